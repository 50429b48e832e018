import { deliver } from './deliver.mjs';
import { join } from './join.mjs';
import { learn } from './live.mjs';
import { Phone } from './phone.mjs';

/** @typedef {import('./dice.mjs').Dice} Dice */

const MOST_PHONES = 14;

/**
 * Something happens to a phone: it is copied, or wiped and set up anew.
 * @param {Phone[]} phones may become more
 * @param {Dice} dice
 * @returns {Promise<'phone copied' | 'phone wiped' | 'phone not wiped'>}
 */
export async function befall(phones, dice) {
	const place = dice.between(0, phones.length - 1);
	const phone = /** @type {Phone} */ (phones[place]);
	if (dice.chance(0.5) && phones.length < MOST_PHONES) {
		phones.push(phone.copy());
		return 'phone copied';
	}
	const fresh = await wipe(phone, dice);
	if (!fresh) return 'phone not wiped';
	phones[place] = fresh;
	return 'phone wiped';
}

/**
 * An emptied phone is another device; with her card the woman gets her whole history back. What was not delivered
 * when a phone is wiped is gone for ever: only delivered phones are wiped here.
 * @param {Phone} phone
 * @param {Dice} dice
 * @returns {Promise<Phone | undefined>} undefined: it could not deliver everything before
 */
async function wipe(phone, dice) {
	for (const profile of phone.profiles) if ((await deliver(phone, profile)) !== 'delivered') return undefined;
	const women = phone.profiles.map(({ woman }) => woman);
	const fresh = new Phone(women, phone.ledger, phone.house);
	for (const [n, profile] of fresh.profiles.entries()) {
		// What she does as a guest becomes hers.
		learn(profile, dice.split());
		await join(fresh, profile);
		const delivery = await deliver(fresh, profile);
		if (delivery !== 'delivered')
			phone.ledger.complaints.add(`a wiped phone's delivery ended as ${delivery}`);
		const delivered = phone.profiles[n]?.own ?? [];
		const missing = delivered.filter(({ event }) => !isBack(fresh, profile, event.id));
		if (missing.length > 0)
			phone.ledger.complaints.add(`a wiped phone got ${missing.length} events not back`);
	}
	return fresh;
}

/** @param {Phone} phone @param {import('./profile.mjs').Profile} profile @param {string} id */
const isBack = (phone, profile, id) => profile.rows.has(id) || phone.ledger.made.get(id)?.isWrong;
