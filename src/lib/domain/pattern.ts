/** What a group may choose as the frame of its badges: a motif and two colours out of these lists. Described by their
 * shape alone: no motif is said to be a people's, because we would only guess. */
export const MOTIFS = [
	'diamond',
	'cross',
	'star',
	'chevron',
	'squares',
	'spiral',
	'hourglass',
	'steps'
] as const;
/** The thread's colour; `course`: that of the badge's course. */
export const THREADS = ['course', 'indigo', 'rice', 'madder', 'earth'] as const;
/** What is woven into it. */
export const INLAYS = ['gold', 'indigo', 'rice', 'madder', 'earth'] as const;

export type Pattern = {
	motif: (typeof MOTIFS)[number];
	thread: (typeof THREADS)[number];
	inlay: (typeof INLAYS)[number];
};

/** The band closed: what a badge has where nobody has chosen. */
export const USUAL_PATTERN: Pattern = { motif: 'diamond', thread: 'course', inlay: 'gold' };

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T =>
	(list as readonly unknown[]).includes(value);

/** The pattern in what was stored or sent; undefined for what is none. */
export function readPattern(value: unknown): Pattern | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { motif, thread, inlay } = value as Record<string, unknown>;
	return isOneOf(MOTIFS, motif) && isOneOf(THREADS, thread) && isOneOf(INLAYS, inlay)
		? { motif, thread, inlay }
		: undefined;
}

/** The same, and the usual one for what is none: a phone may be older than the motif. */
export const patternOf = (value: unknown): Pattern => readPattern(value) ?? USUAL_PATTERN;
