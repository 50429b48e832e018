import { moved, right, stay, wrong, type Model } from '../model';

/** How many are put away. */
export type SortState = { at: number };

/** One thing at a time into one of two or three places, and why. Moves: `bin:<id>`. */
export const sort: Model<'sort', SortState> = {
	start: () => ({ at: 0 }),
	step({ items, bins }, state, move) {
		const item = items[state.at];
		const bin = moved(move, 'bin');
		if (!item || !bins.some(({ id }) => id === bin)) return stay(state);
		return bin === item.to ? right({ at: state.at + 1 }, item.why) : wrong(state, item.why, item.trick);
	},
	hint: ({ items }, { at }) => (items[at] ? `bin:${items[at].to}` : undefined)
};
