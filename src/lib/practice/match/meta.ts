import type { Meta } from '../engines';
import { match, type MatchState } from './model';

export const meta: Meta<'match', MatchState> = {
	model: match,
	prompt: ({ items }, { at }) => (items[at] ? [items[at].text] : []),
	choices: ({ places }) => places.map(({ id, text }) => ({ move: `place:${id}`, says: text }))
};
