import type { Meta } from '../engines';
import { device, type DeviceState } from './model';

export const meta: Meta<'device', DeviceState> = {
	model: device,
	prompt: ({ screens }, { screen }) => screens.filter(({ id }) => id === screen).map(({ text }) => text),
	choices: ({ screens }, { screen }) =>
		(screens.find(({ id }) => id === screen)?.spots ?? []).map(({ text }, n) => ({
			move: `spot:${n}`,
			says: text
		}))
};
