import type { PartOf } from '$lib/domain/practice';
import { numbered, right, stay, wrong, type Model } from '../model';

/** Numbers of the parts that are in, as they came. */
export type BuildState = { placed: number[] };

/** As many stand beside each other on the smallest screen. */
const SEEN = 6;

/** Which parts lie there to choose from, by number: mixed the same way each time, and always one that goes in next. */
export function lyingThere({ parts }: PartOf<'build'>, { placed }: BuildState): number[] {
	const left = parts.map((_, n) => n).filter((n) => !placed.includes(n));
	const mixed = left.sort((a, b) => mixedUp(a) - mixedUp(b));
	const next = left.filter((n) => parts[n]?.good).sort((a, b) => a - b)[0];
	const seen = mixed.slice(0, SEEN);
	return next === undefined || seen.includes(next) ? seen : [...seen.slice(0, SEEN - 1), next];
}

/** 7 and 11 have no common factor: each number below 11 has a place of its own. */
const mixedUp = (n: number) => (n * 7 + 4) % 11;

/** The right parts into a box, a picture, a label; in order where the order matters. Moves: `part:<n>`. */
export const build: Model<'build', BuildState> = {
	start: () => ({ placed: [] }),
	step({ parts, early }, state, move) {
		const part = numbered(move, 'part', parts);
		if (!part || state.placed.includes(part.n)) return stay(state);
		const { good, why, trick } = part.item;
		if (!good) return wrong(state, why, trick);
		const isEarly = early && parts.some((other, n) => other.good && n < part.n && !state.placed.includes(n));
		return isEarly ? wrong(state, early) : right({ placed: [...state.placed, part.n] }, why);
	},
	hint({ parts }, { placed }) {
		const next = parts.findIndex(({ good }, n) => good && !placed.includes(n));
		return next < 0 ? undefined : `part:${next}`;
	}
};
