/** From this try on, after two wrong answers, a question helps. */
export const HELPED_FROM = 3;

/** The options without one of the wrong ones; with two left there would be nothing to choose, so they stay. */
export function stepBack<O extends { correct: boolean }>(
	options: readonly O[],
	attempt: number
): readonly O[] {
	if (attempt < HELPED_FROM || options.length < 3) return options;
	const last = options.findLast(({ correct }) => !correct);
	return options.filter((option) => option !== last);
}
