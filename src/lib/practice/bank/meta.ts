import type { Meta } from '../engines';
import { bank, type BankState } from './model';

export const meta: Meta<'bank', BankState> = {
	model: bank,
	prompt: ({ steps }, { at }) => (steps[at] ? [steps[at].say] : []),
	choices({ steps }, { at }) {
		const step = steps[at];
		if (step?.kind !== 'choose') return [];
		return step.replies.map(({ text }, n) => ({ move: `reply:${n}`, says: text }));
	}
};
