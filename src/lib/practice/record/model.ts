import { numbered, right, stay, type Model } from '../model';

export type RecordState = {
	phase: 'ready' | 'recording' | 'recorded' | 'heard' | 'done';
	/** Numbers of what she has ticked off. */
	checked: number[];
};

/**
 * Her own voice, which stays on this page: nothing is sent or kept. Moves: `record`, `stop`, `play`, `check:<n>`,
 * `keep`. She may record again until it pleases her.
 */
export const record: Model<'record', RecordState> = {
	start: () => ({ phase: 'ready', checked: [] }),
	step({ checks }, state, move) {
		const { phase } = state;
		if (phase === 'done') return stay(state);
		if (move === 'record' && phase !== 'recording') return right({ phase: 'recording', checked: [] });
		if (move === 'stop' && phase === 'recording') return right({ ...state, phase: 'recorded' });
		if (move === 'play' && (phase === 'recorded' || phase === 'heard'))
			return right({ ...state, phase: 'heard' });
		const check = phase === 'heard' ? numbered(move, 'check', checks) : undefined;
		if (check && !state.checked.includes(check.n))
			return right({ ...state, checked: [...state.checked, check.n] });
		if (move === 'keep' && phase === 'heard' && state.checked.length === checks.length)
			return right({ ...state, phase: 'done' });
		return stay(state);
	},
	hint({ checks }, { phase, checked }) {
		if (phase === 'done') return undefined;
		if (phase === 'ready') return 'record';
		if (phase === 'recording') return 'stop';
		if (phase === 'recorded') return 'play';
		const next = checks.findIndex((_, n) => !checked.includes(n));
		return next >= 0 ? `check:${next}` : 'keep';
	}
};
