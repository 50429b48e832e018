import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeEvents } from './events.mjs';
import { catchUp, joinPhones, post, push, pushWritten } from './phones.mjs';

const CLIENTS = 8;
const EVENTS_A_CALL = 50;
const CALLS_A_CLIENT = 60;
const CREATES_A_CLIENT = 250;

/**
 * Acked events a second through POST /api/sync, against the same events as single PocketBase creates. The budget is
 * the server's and the clients share its cores, so both ways have their events written out before the clock starts.
 * @param {import('./house-for-bench.mjs').Bench} bench
 */
export async function syncSpeed({ house, demo, catalog }) {
	const lessons = catalog.courses.flatMap((course) => course.modules.flatMap((m) => m.lessons.map((l) => l.slug)));
	const phones = await joinPhones(house.origin, demo.join, CLIENTS);
	// Warm both ways, so that neither is measured cold; her older phone's events are read once, as a phone does.
	await Promise.all(phones.map((phone) => catchUp(house.origin, phone)));
	await Promise.all(phones.map((phone) => push(house.origin, phone, makeEvents(phone.device, 1, EVENTS_A_CALL, lessons))));
	const calls = phones.map((phone) =>
		Array.from({ length: CALLS_A_CLIENT }, (_, call) =>
			JSON.stringify(makeEvents(phone.device, (call + 1) * EVENTS_A_CALL + 1, EVENTS_A_CALL, lessons))
		)
	);
	const sync = await rate(CLIENTS * CALLS_A_CLIENT * EVENTS_A_CALL, () =>
		Promise.all(
			phones.map(async (phone, client) => {
				for (const events of calls[client] ?? []) await pushWritten(house.origin, phone, events);
			})
		)
	);
	const { create, written } = await singleCreates(house, phones, lessons);
	await Promise.all(phones.map((_, client) => create(written(client, 900_000))));
	const rows = phones.map((_, client) =>
		Array.from({ length: CREATES_A_CLIENT }, (_, n) => written(client, 1_000_000 + n))
	);
	const creates = await rate(CLIENTS * CREATES_A_CLIENT, () =>
		Promise.all(
			rows.map(async (bodies) => {
				for (const body of bodies) await create(body);
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
	const written = (/** @type {number} */ client, /** @type {number} */ seq) => {
		const device = phones[client]?.device ?? '';
		const [event] = makeEvents(device, seq, 1, lessons);
		const { data, ...columns } = /** @type {NonNullable<typeof event>} */ (event);
		return JSON.stringify({ ...columns, learner: 'benchbenchbench', lesson: data.lesson, receivedAt: Date.now(), data });
	};
	const create = (/** @type {string} */ body) =>
		post(`${url}/api/collections/events/records`, { authorization: token }, body);
	return { create, written };
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
