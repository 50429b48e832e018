import { deliver } from './deliver.mjs';
import { join } from './join.mjs';

/** What one phone sends last, another has not heard of yet; who renews its device does it once more. */
const MOST_ROUNDS = 8;

/**
 * All phones deliver, again and again, until nobody owes or hears anything new.
 * @param {import('./phone.mjs').Phone[]} phones
 */
export async function calmDown(phones) {
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const before = kept(phones);
		let isDone = true;
		for (const phone of phones)
			for (const profile of phone.profiles) {
				const delivery = await deliver(phone, profile);
				if (delivery === 'not_joined') await join(phone, profile);
				isDone &&= delivery === 'delivered';
				if (round === MOST_ROUNDS - 1 && delivery !== 'delivered')
					phone.ledger.complaints.add(`a phone was never done (${delivery}): ${profile.owes} owed`);
			}
		if (isDone && kept(phones) === before) return;
	}
}

/** @param {import('./phone.mjs').Phone[]} phones */
const kept = (phones) =>
	phones.flatMap(({ profiles }) => profiles.map(({ rows, device }) => `${device} ${rows.size}`)).join();
