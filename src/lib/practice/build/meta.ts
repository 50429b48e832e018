import type { Meta } from '../engines';
import { build, type BuildState } from './model';

export const meta: Meta<'build', BuildState> = {
	model: build,
	prompt: () => [],
	choices: ({ parts }, { placed }) =>
		parts.flatMap(({ text }, n) => (placed.includes(n) ? [] : [{ move: `part:${n}`, says: text }])),
	showsAfter: true
};
