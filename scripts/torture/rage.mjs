import { befall } from './befall.mjs';
import { Dice } from './dice.mjs';
import { live } from './live.mjs';

const PHONE_TROUBLE_SHARE = 0.15;

/**
 * Round after round until the time is over: phones live while something happens to the server, or something happens
 * to a phone. Who throws in which round is in the dice, so that one's luck in time does not change another's.
 * @param {import('./chaos.mjs').Chaos} chaos
 * @param {import('./phone.mjs').Phone[]} phones
 * @param {{ seed: number, endMs: number }} how
 */
export async function rage(chaos, phones, { seed, endMs }) {
	for (let round = 0; Date.now() < endMs; round++) {
		const dice = new Dice(seed, round);
		await Promise.all([
			chaos.strike(round, dice.split()),
			...phones.map((phone, n) => live(phone, new Dice(seed, round, n)))
		]);
		if (!dice.chance(PHONE_TROUBLE_SHARE)) continue;
		const what = await befall(phones, dice.split());
		chaos.done[what] = (chaos.done[what] ?? 0) + 1;
		// What only the wiped phone could have sent again must not be taken from the server any more.
		if (what === 'phone wiped') chaos.copies.forget();
	}
}
