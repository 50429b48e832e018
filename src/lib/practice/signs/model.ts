import { numbered, right, stay, type Model } from '../model';

export type SignsState = {
	/** Which sign was found last. */ open: number | null;
	seen: number[];
	done: boolean;
};

/** What gives a trick away: each sign is tapped and heard, in any order. Moves: `mark:<n>`, `done`. */
export const signs: Model<'signs', SignsState> = {
	start: () => ({ open: null, seen: [], done: false }),
	step({ marks }, state, move) {
		if (state.done) return stay(state);
		const mark = numbered(move, 'mark', marks);
		if (mark) {
			const after = { ...state, open: mark.n, seen: [...new Set([...state.seen, mark.n])] };
			return state.seen.includes(mark.n) ? stay(after) : right(after);
		}
		const isAll = marks.every((_, n) => state.seen.includes(n));
		return move === 'done' && isAll ? right({ ...state, done: true }) : stay(state);
	},
	hint({ marks }, { seen, done }) {
		if (done) return undefined;
		const hidden = marks.findIndex((_, n) => !seen.includes(n));
		return hidden >= 0 ? `mark:${hidden}` : 'done';
	}
};
