import type { Meta } from '../engines';
import { signs, type SignsState } from './model';

export const meta: Meta<'signs', SignsState> = {
	model: signs,
	prompt({ marks }, { open }) {
		const found = open === null ? undefined : marks[open];
		return found ? [found.text] : [];
	},
	choices: ({ marks }) => marks.map(({ text }, n) => ({ move: `mark:${n}`, says: text }))
};
