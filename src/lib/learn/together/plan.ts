import type { Lesson } from '$lib/domain/lesson';

/** One screen of a lesson that a group hears together. */
export type GroupStep =
	| { kind: 'card'; id: number }
	/** They talk. */
	| { kind: 'talk' }
	/** A question, answered by hands, and then why it is so. */
	| { kind: 'ask'; id: number }
	| { kind: 'why'; id: number };

type Parts = Pick<Lesson, 'discuss'> & {
	cards: readonly { id: number }[];
	questions: readonly { id: number }[];
};

/** The cards, time to talk, and each question with its answer: a group never repeats one because some were wrong. */
export function groupSteps({ cards, discuss, questions }: Parts): GroupStep[] {
	return [
		...cards.map(({ id }) => ({ kind: 'card' as const, id })),
		...(discuss ? [{ kind: 'talk' as const }] : []),
		...questions.flatMap(({ id }) => [
			{ kind: 'ask' as const, id },
			{ kind: 'why' as const, id }
		])
	];
}

/** The first card before `end` that was not said to its end. */
export function firstUnheard(
	steps: readonly GroupStep[],
	heard: ReadonlySet<number>,
	end = steps.length
): number | null {
	const at = steps.findIndex((step, index) => index < end && step.kind === 'card' && !heard.has(step.id));
	return at < 0 ? null : at;
}
