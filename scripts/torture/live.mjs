import { setTimeout as sleep } from 'node:timers/promises';
import { deliver } from './deliver.mjs';
import { happen, happenWrongly } from './happen.mjs';
import { join } from './join.mjs';
import { pushBadly } from './push-badly.mjs';

const TURNS = 4;
const MOST_EVENTS_A_TURN = 40;
const LONGEST_PAUSE_MS = 40;
/** Of rounds in which a phone has no signal at all: what one phone did is then told late, after another's. */
const NO_SIGNAL_SHARE = 0.35;
const WRONG_SHARE = 0.02;
/** Clocks of phones: right, the first day of 1970, years behind, years ahead. */
const CLOCKS = [() => Date.now(), () => 0, () => 978_307_200_000, () => 4_102_444_800_000];

/**
 * A little of a phone's life: each woman on it learns, and the phone sends when it can.
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./dice.mjs').Dice} dice of this phone and round
 */
export async function live(phone, dice) {
	const hasSignal = !dice.chance(NO_SIGNAL_SHARE);
	for (let turn = 0; turn < TURNS; turn++) {
		for (const profile of phone.profiles) {
			learn(profile, dice.split());
			const [push, isLeftAtThat] = [dice.split(), dice.chance(0.5)];
			if (dice.chance(0.2) || !hasSignal) continue;
			await pushBadly(phone, profile, push);
			// What she does when the phone was told that it is nobody's: she shows her card.
			if (!isLeftAtThat && (await deliver(phone, profile)) === 'not_joined') await join(phone, profile);
		}
		await sleep(dice.between(0, LONGEST_PAUSE_MS));
	}
}

/**
 * @param {import('./profile.mjs').Profile} profile
 * @param {import('./dice.mjs').Dice} dice
 */
export function learn(profile, dice) {
	const clock = dice.chance(0.1) ? dice.one(CLOCKS) : Date.now;
	for (let left = dice.between(0, MOST_EVENTS_A_TURN); left > 0; left--) {
		const isWrong = dice.chance(WRONG_SHARE);
		profile.record(isWrong ? happenWrongly(dice) : happen(dice), clock(), { isWrong });
	}
}
