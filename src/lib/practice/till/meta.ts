import type { Meta } from '../engines';
import { till, type TillState } from './model';

export const meta: Meta<'till', TillState> = {
	model: till,
	prompt({ cases }, { at, looked }) {
		const now = cases[at];
		return now ? [looked ? now.shows : now.text] : [];
	},
	choices: ({ yes, no }) => [
		{ move: 'no', says: no.text },
		{ move: 'yes', says: yes.text }
	]
};
