import { beforeAll, describe, expect, test } from 'vitest';
import { newVillage, type Village } from './people';
import { heard, newId, Phone } from './phone';

let village: Village;
beforeAll(async () => {
	village = await newVillage(4);
});
/** A phone whose first two events are delivered. */
async function phoneWithTwo() {
	const woman = village.women.pop();
	if (!woman) throw new Error('The village is too small for these tests.');
	const phone = await new Phone().join(woman);
	const events = phone.events(heard(1), heard(2));
	await phone.sync(events);
	return { phone, newest: { id: events[1]!.id, seq: 2 } };
}

describe('the event that a phone builds on', () => {
	test('is the one that is stored: what follows is taken', async () => {
		const { phone, newest } = await phoneWithTwo();
		expect((await phone.sync(phone.events(heard(3)), { after: newest })).watermark).toBe(3);
	});

	test('is another one here: the phone is a copy, also when it has nothing to send', async () => {
		const { phone } = await phoneWithTwo();
		const response = await phone.send([], { after: { id: newId(), seq: 2 } });
		expect(response.status).toBe(409);
		expect(await response.json()).toMatchObject({ code: 'device_forked' });
	});

	test('is one that was refused here: it is known all the same', async () => {
		const { phone } = await phoneWithTwo();
		const [bad] = phone.events(heard(51));
		await phone.sync([bad]);
		expect((await phone.sync(phone.events(heard(4)), { after: { id: bad!.id, seq: 3 } })).watermark).toBe(4);
	});

	test('is not here: the store was put back, nothing is taken and the phone hears from where on', async () => {
		const { phone, newest } = await phoneWithTwo();
		const [third, fourth] = phone.events(heard(3), heard(4));
		expect((await phone.sync([fourth], { after: { id: third!.id, seq: 3 } })).watermark).toBe(2);
		expect((await phone.sync([third], { after: newest })).watermark).toBe(3);
	});
});
