import type { Meta } from '../engines';
import { talk, type TalkState } from './model';

export const meta: Meta<'talk', TalkState> = {
	model: talk,
	prompt: ({ turns }, { turn }) => turns.filter(({ id }) => id === turn).map(({ say }) => say),
	choices: ({ turns }, { turn }) =>
		(turns.find(({ id }) => id === turn)?.replies ?? []).map(({ text }, n) => ({
			move: `reply:${n}`,
			says: text
		}))
};
