import { moved, right, stay, wrong, type Model } from '../model';

export type MatchState = { at: number };

/** Who fits, which door: one need at a time to one of several places. Moves: `place:<id>`. */
export const match: Model<'match', MatchState> = {
	start: () => ({ at: 0 }),
	step({ items, places }, state, move) {
		const item = items[state.at];
		const place = places.find(({ id }) => id === moved(move, 'place'));
		if (!item || !place) return stay(state);
		if (place.id === item.to) return right({ at: state.at + 1 }, item.why);
		return wrong(state, place.text, item.trick);
	},
	hint: ({ items }, { at }) => (items[at] ? `place:${items[at].to}` : undefined)
};
