import type { Scam } from './scam';

/** A trick's own sentences, in the order in which they are heard: each needs a voice. */
export const sentencesOf = ({ title, says, marks }: Pick<Scam, 'title' | 'says' | 'marks'>): string[] => [
	...new Set([title, says, ...marks.map(({ text }) => text)])
];
