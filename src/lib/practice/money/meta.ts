import type { Meta } from '../engines';
import { money, type MoneyState } from './model';

export const meta: Meta<'money', MoneyState> = {
	model: money,
	prompt: ({ tasks }, { at }) => (tasks[at] ? [tasks[at].say] : []),
	choices({ tasks }, { at }) {
		const task = tasks[at];
		if (task?.kind === 'price') return task.costs.map(({ text }, n) => ({ move: `cost:${n}`, says: text }));
		if (task?.kind === 'split') return task.people.map(({ text }, n) => ({ move: `coin:${n}`, says: text }));
		return [];
	}
};
