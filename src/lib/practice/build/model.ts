import { numbered, right, stay, wrong, type Model } from '../model';

/** Numbers of the parts that are in, as they came. */
export type BuildState = { placed: number[] };

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
