import type { Meta } from '../engines';
import { compare, type CompareState } from './model';

export const meta: Meta<'compare', CompareState> = {
	model: compare,
	prompt({ options }, { open }) {
		const opened = open === null ? undefined : options[open];
		return opened ? [opened.text, ...opened.facts.map(({ text }) => text)] : [];
	},
	choices: ({ options }) => options.map(({ text }, n) => ({ move: `open:${n}`, says: text }))
};
