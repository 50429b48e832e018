import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEvents } from './events.mjs';
import { joinPhones, push } from './phones.mjs';

const CLIENTS = 8;
const EVENTS_A_CALL = 50;
const CALLS_A_CLIENT = 60;
const CREATES_A_CLIENT = 250;

/** Acked events a second through POST /api/sync, against the same events as single PocketBase creates.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function syncSpeed({ house, demo, catalog }) {
	const lessons = catalog.courses.flatMap((course) => course.modules.flatMap((m) => m.lessons.map((l) => l.slug)));
	const phones = await joinPhones(house.origin, demo.join, CLIENTS);
	// Warm both ways, so that neither is measured cold.
	await Promise.all(phones.map((phone) => push(house.origin, phone, makeEvents(phone.device, 1, EVENTS_A_CALL, lessons))));
	const sync = await rate(CLIENTS * CALLS_A_CLIENT * EVENTS_A_CALL, () =>
		Promise.all(
			phones.map(async (phone) => {
				for (let call = 1; call <= CALLS_A_CLIENT; call++)
					await push(house.origin, phone, makeEvents(phone.device, call * EVENTS_A_CALL + 1, EVENTS_A_CALL, lessons));
			})
		)
	);
	const create = await singleCreates(house, phones, lessons);
	await rate(CLIENTS, () => Promise.all(phones.map((_, client) => create(client, 900_000))));
	const creates = await rate(CLIENTS * CREATES_A_CLIENT, () =>
		Promise.all(
			phones.map(async (_, client) => {
				for (let n = 0; n < CREATES_A_CLIENT; n++) await create(client, 1_000_000 + n);
			})
		)
	);
	return [
		{ name: `sync: acked events a second (${sync.toFixed(0)}) against creates (${creates.toFixed(0)})`, value: sync / creates, unit: 'x', budget: 6, atLeast: true }
	];
}

/**
 * @param {import('../testing/house.mjs').House} house
 * @param {{device: string}[]} phones
 * @param {string[]} lessons
 */
async function singleCreates(house, phones, lessons) {
	const { email: identity, password } = readSecrets(house.dataDir).services;
	const url = house.running()?.pocketbase.url;
	const signedIn = await fetch(`${url}/api/collections/services/auth-with-password`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ identity, password })
	});
	const { token } = await signedIn.json();
	return async (/** @type {number} */ client, /** @type {number} */ seq) => {
		const device = phones[client]?.device ?? '';
		const [event] = makeEvents(device, seq, 1, lessons);
		const { data, ...columns } = /** @type {NonNullable<typeof event>} */ (event);
		const response = await fetch(`${url}/api/collections/events/records`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', authorization: token },
			body: JSON.stringify({ ...columns, learner: 'benchbenchbench', lesson: data.lesson, receivedAt: Date.now(), data })
		});
		if (!response.ok) throw new Error(`Creating answered ${response.status}: ${await response.text()}`);
	};
}

/** @param {string} dataDir */
function readSecrets(dataDir) {
	return JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
}

/** @param {number} events @param {() => Promise<unknown>} work @returns {Promise<number>} events a second */
async function rate(events, work) {
	const startedAt = performance.now();
	await work();
	return (events * 1000) / (performance.now() - startedAt);
}
