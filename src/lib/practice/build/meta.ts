import type { Meta } from '../engines';
import { build, lyingThere, type BuildState } from './model';

export const meta: Meta<'build', BuildState> = {
	model: build,
	prompt: () => [],
	choices: (part, state) =>
		lyingThere(part, state).flatMap((n) => {
			const lying = part.parts[n];
			return lying ? [{ move: `part:${n}`, says: lying.text }] : [];
		}),
	showsAfter: true
};
