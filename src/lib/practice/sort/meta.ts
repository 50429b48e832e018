import type { Meta } from '../engines';
import { sort, type SortState } from './model';

export const meta: Meta<'sort', SortState> = {
	model: sort,
	prompt: ({ items }, { at }) => (items[at] ? [items[at].text] : []),
	choices: ({ bins }) => bins.map(({ id, text }) => ({ move: `bin:${id}`, says: text }))
};
