import { numbered, right, stay, wrong, type Model } from '../model';

export type CompareState = { /** Which one is open. */ open: number | null; seen: number[]; done: boolean };

/** Offers side by side: open each, hear what stands there, take one. Moves: `open:<n>`, `take`. */
export const compare: Model<'compare', CompareState> = {
	start: () => ({ open: null, seen: [], done: false }),
	step({ options }, state, move) {
		if (state.done) return stay(state);
		const opened = numbered(move, 'open', options);
		if (opened) {
			const seen = [...new Set([...state.seen, opened.n])];
			const after = { ...state, open: opened.n, seen };
			return state.seen.includes(opened.n) ? stay(after) : right(after);
		}
		const open = state.open === null ? undefined : options[state.open];
		if (move !== 'take' || !open) return stay(state);
		return open.good ? right({ ...state, done: true }, open.why) : wrong(state, open.why, open.trick);
	},
	hint({ options }, { open, seen, done }) {
		if (done) return undefined;
		const unseen = options.findIndex((_, n) => !seen.includes(n));
		if (unseen >= 0) return `open:${unseen}`;
		const good = options.findIndex((option) => option.good);
		return open === good ? 'take' : `open:${good}`;
	}
};
