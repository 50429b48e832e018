import { right, stay, wrong, type Model } from '../model';

export type TillState = { at: number; /** Whether she has looked at her own phone. */ looked: boolean };

/** A customer says he has paid: look at your own phone first, then decide. Moves: `look`, `yes`, `no`. */
export const till: Model<'till', TillState> = {
	start: () => ({ at: 0, looked: false }),
	step({ cases }, state, move) {
		const now = cases[state.at];
		if (!now) return stay(state);
		if (move === 'look') return state.looked ? stay(state) : right({ ...state, looked: true });
		if (move !== 'yes' && move !== 'no') return stay(state);
		const isRight = (move === 'yes') === now.good;
		// To decide without looking is never right, even by luck.
		if (!state.looked) return wrong(state, undefined, isRight ? undefined : now.trick);
		return isRight ? right({ at: state.at + 1, looked: false }, now.why) : wrong(state, now.why, now.trick);
	},
	hint({ cases }, { at, looked }) {
		const now = cases[at];
		if (!now) return undefined;
		if (!looked) return 'look';
		return now.good ? 'yes' : 'no';
	}
};
