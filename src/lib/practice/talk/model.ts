import { numbered, right, stay, wrong, type Model } from '../model';
import { wayToEnd } from '../way-to-end';

export type TalkState = {
	/** Id of the turn, or `end`. */
	turn: string;
	/** Texts of the turns and the replies so far. */
	said: { turn: string; reply: number }[];
};

/** A call or a chat: somebody speaks, she chooses a reply, it goes where that leads. Moves: `reply:<n>`. */
export const talk: Model<'talk', TalkState> = {
	start: ({ turns }) => ({ turn: turns[0]?.id ?? 'end', said: [] }),
	step({ turns }, state, move) {
		const turn = turns.find(({ id }) => id === state.turn);
		const chosen = turn && numbered(move, 'reply', turn.replies);
		if (!chosen) return stay(state);
		const { to, says, trick } = chosen.item;
		if (!to) return wrong(state, says, trick);
		const said = [...state.said, { turn: state.turn, reply: chosen.n }];
		// A reply that goes on but is a trick's bait is heard as wrong, and the talk goes on from there.
		return trick ? wrong({ turn: to, said }, says, trick) : right({ turn: to, said }, says);
	},
	hint({ turns }, { turn }) {
		const way = wayToEnd(turns, turn, ({ replies }) => replies);
		return way === undefined ? undefined : `reply:${way}`;
	}
};
