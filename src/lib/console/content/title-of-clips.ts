import type { Words } from '../words';

/** How a lesson, its practice, or what is asked around a course is called in a list of clips. */
export function titleOfClips(
	{ title, kind }: { title: string; kind: 'lesson' | 'check' | 'practice' },
	words: Words
): string {
	if (kind === 'lesson') return title;
	return words.t(kind === 'practice' ? 'content.practiceOf' : 'content.checkOf', { title });
}
