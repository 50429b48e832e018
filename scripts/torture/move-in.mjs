import { createHmac, randomBytes } from 'node:crypto';
import { Phone } from './phone.mjs';
import { pocketbaseOf } from './pocketbase-of.mjs';

const WOMEN = 6;
/** Who uses which phone: three women have two, and two share one. */
const PHONES = [[0], [0], [1, 2], [1], [3], [3], [4], [5]];

/**
 * A group of women with cards, and phones that have not joined yet.
 * @param {import('../testing/house.mjs').House} house
 * @param {import('./ledger.mjs').Ledger} ledger
 * @returns {Promise<Phone[]>}
 */
export async function moveIn(house, ledger) {
	const women = await makeWomen(house);
	return PHONES.map((users) => {
		const hers = women.filter((_, n) => users.includes(n));
		return new Phone(hers, ledger, house);
	});
}

/**
 * @param {import('../testing/house.mjs').House} house
 * @returns {Promise<import('./profile.mjs').Woman[]>}
 */
async function makeWomen(house) {
	const { secrets, call } = await pocketbaseOf(house);
	const group = await call('POST', '/api/collections/groups/records', { name: 'Torture' });
	const women = Array.from({ length: WOMEN }, (_, n) => ({ name: `Woman ${n + 1}`, picture: 'sunflower' }));
	const { learners } = await call('POST', `/api/banmay/groups/${group.id}/learners`, { women, by: '' });
	const made = [];
	for (const { id } of learners) {
		const secret = randomBytes(16).toString('base64url');
		// As src/lib/server/secrets.ts hashes cards.
		const secretHash = createHmac('sha256', secrets.pepper).update(`card:${secret}`).digest('hex');
		await call('PATCH', `/api/collections/learners/records/${id}`, { secretHash, cardIssuedAt: 1 });
		made.push({ id, secret });
	}
	return made;
}
