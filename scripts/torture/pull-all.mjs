import { join } from './join.mjs';
import { Phone } from './phone.mjs';

/**
 * What the server tells a phone that knows nothing, page by page, doubled ones too.
 * @param {import('../testing/house.mjs').House} house
 * @param {import('./ledger.mjs').Ledger} ledger
 * @param {import('./profile.mjs').Woman} woman
 * @returns {Promise<{ id: string }[]>}
 */
export async function pullAll(house, ledger, woman) {
	const phone = new Phone([woman], ledger, house);
	const [profile] = phone.profiles;
	if (!profile || !(await join(phone, profile))) throw new Error('A fresh phone could not join.');
	const pulled = [];
	for (let since = 0; ;) {
		const answer = await phone.post('/api/sync', { device: profile.device, events: [], since });
		if (answer.kind !== 'answered') throw new Error(`A fresh phone's call ended as ${answer.kind}.`);
		const { events, cursor, more } = answer.body.changes;
		pulled.push(...events);
		if (!more) return pulled;
		since = cursor;
	}
}
