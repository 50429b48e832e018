import { createHmac, randomBytes } from 'node:crypto';
import { Dice } from './dice.mjs';
import { Phone } from './phone.mjs';
import { pocketbaseOf } from './pocketbase-of.mjs';

const WOMEN = 6;
/** The first two of them have a second phone. */
const WITH_TWO = 2;

/**
 * A group of women with cards, and phones that have not joined yet.
 * @param {import('../testing/house.mjs').House} house
 * @param {number} seed
 */
export async function moveIn(house, seed) {
	const { secrets, call } = await pocketbaseOf(house);
	const group = await call('POST', '/api/collections/groups/records', { name: 'Torture' });
	const women = Array.from({ length: WOMEN }, (_, n) => ({ name: `Woman ${n + 1}`, picture: 'sunflower' }));
	const { learners } = await call('POST', `/api/banmay/groups/${group.id}/learners`, { women, by: '' });
	const phones = [];
	for (const [n, { id }] of learners.entries()) {
		const secret = randomBytes(16).toString('base64url');
		// As src/lib/server/secrets.ts hashes cards.
		const secretHash = createHmac('sha256', secrets.pepper).update(`card:${secret}`).digest('hex');
		await call('PATCH', `/api/collections/learners/records/${id}`, { secretHash, cardIssuedAt: 1 });
		for (let left = n < WITH_TWO ? 2 : 1; left > 0; left--)
			phones.push(new Phone(id, secret, new Dice(seed * 100 + phones.length)));
	}
	return { phones, random: new Dice(seed) };
}
