import { numbered, right, stay, wrong, type Model } from '../model';
import { wayToEnd } from '../way-to-end';

/** Id of the screen that is shown, or `end`. */
export type DeviceState = { screen: string };

/** A drawn phone: screens with things to tap. Moves: `spot:<n>`. */
export const device: Model<'device', DeviceState> = {
	start: ({ screens }) => ({ screen: screens[0]?.id ?? 'end' }),
	step({ screens }, state, move) {
		const screen = screens.find(({ id }) => id === state.screen);
		const chosen = screen && numbered(move, 'spot', screen.spots);
		if (!chosen) return stay(state);
		const { to, says, trick } = chosen.item;
		return to && !trick ? right({ screen: to }, says) : wrong({ screen: to ?? state.screen }, says, trick);
	},
	hint({ screens }, { screen }) {
		const way = wayToEnd(screens, screen, ({ spots }) => spots);
		return way === undefined ? undefined : `spot:${way}`;
	}
};
