import type { PartOf } from '$lib/domain/practice';
import { moved, numbered, right, stay, wrong, type Model } from '../model';
import { looksReal } from './looks-real';

export type BankState = {
	at: number;
	/** Four digits of her own, typed once; asked for again. */ code?: string;
};

/** Four digits that anybody guesses: all the same, a run, or a year. */
export function isWeakCode(code: string): boolean {
	return (
		/^(\d)\1{3}$/.test(code) ||
		'01234567890'.includes(code) ||
		'09876543210'.includes(code) ||
		/^(19|20)\d\d$/.test(code)
	);
}

/** A toy bank: numbers to type, names to compare. Moves: `type:<digits>`, `reply:<n>`. */
export const bank: Model<'bank', BankState> = {
	start: () => ({ at: 0 }),
	step({ steps }, state, move) {
		const step = steps[state.at];
		if (!step) return stay(state);
		if (step.kind === 'choose') {
			const chosen = numbered(move, 'reply', step.replies);
			if (!chosen) return stay(state);
			const { to, says, trick } = chosen.item;
			return to ? right({ at: state.at + 1 }, says) : wrong(state, says, trick);
		}
		const typed = moved(move, 'type');
		if (typed === undefined) return stay(state);
		return type(step, state, typed);
	},
	hint({ steps }, { at, code }) {
		const step = steps[at];
		if (!step) return undefined;
		if (step.kind === 'choose') return `reply:${step.replies.findIndex(({ to }) => to)}`;
		return `type:${step.kind === 'enter' ? step.digits : (code ?? EXAMPLE)}`;
	}
};

/** A code that "show me" types. */
const EXAMPLE = '4725';
type Typed = Exclude<PartOf<'bank'>['steps'][number], { kind: 'choose' }>;

function type(step: Typed, state: BankState, typed: string) {
	const real = looksReal(typed, step.kind === 'enter' ? step.digits : '');
	// An amount may have six digits, or eight.
	const mayBeAmount =
		step.kind === 'enter' && step.what === 'amount' && (real === 'otp' || real === 'account');
	if (real && !mayBeAmount) return { ...wrong(state), real };
	const next = { at: state.at + 1 };
	if (step.kind === 'enter') return typed === step.digits ? right(next) : wrong(state, step.say);
	if (typed.length !== 4 || isWeakCode(typed)) return wrong(state, step.say);
	if (state.code === undefined) return right({ ...state, code: typed });
	return typed === state.code ? right(next) : wrong(state, step.say);
}
