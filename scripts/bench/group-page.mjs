import { makeEvents } from './events.mjs';
import { joinPhones, push } from './phones.mjs';

const SMALL = 10_000;
const LARGE = 1_000_000;
const EVENTS_A_CALL = 500;
const READS = 40;
const PHONES = 6;

/** The trainer's group page at the server, with 10,000 and with 1,000,000 events stored.
 * @param {import('./house-for-bench.mjs').Bench} bench */
export async function groupPage({ house, demo, catalog }) {
	const lessons = catalog.courses.flatMap((course) => course.modules.flatMap((m) => m.lessons.map((l) => l.slug)));
	const phones = await joinPhones(house.origin, demo.join, PHONES);
	const cookie = await signIn(house.origin, demo.manager);
	const groups = await (await fetch(`${house.origin}/api/groups`, { headers: { cookie } })).json();
	const group = groups.groups[0].id;
	let sent = 0;
	const fillTo = async (/** @type {number} */ total) => {
		const perPhone = Math.ceil((total - sent) / phones.length);
		const before = sent / phones.length;
		await inTurns(phones, 4, async (phone) => {
			for (let seq = before; seq < before + perPhone; seq += EVENTS_A_CALL)
				await push(
					house.origin,
					phone,
					makeEvents(phone.device, seq + 1, Math.min(EVENTS_A_CALL, before + perPhone - seq), lessons)
				);
		});
		sent += perPhone * phones.length;
	};
	await fillTo(SMALL);
	const small = await medianRead(`${house.origin}/api/groups/${group}`, cookie);
	await fillTo(LARGE);
	const large = await medianRead(`${house.origin}/api/groups/${group}`, cookie);
	return [
		{ name: "trainer's group page with 1,000,000 events", value: large, unit: 'ms', budget: 60 },
		{ name: 'the same, against 10,000 events', value: large / small, unit: 'x', budget: 2 }
	];
}

/** @param {string} origin @param {{email: string, password: string}} who */
export async function signIn(origin, who) {
	const response = await fetch(`${origin}/sign-in`, {
		method: 'POST',
		headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams(who),
		redirect: 'manual'
	});
	const cookie = response.headers.getSetCookie().find((line) => line.startsWith('bm_staff='));
	if (!cookie) throw new Error(`Signing in answered ${response.status}.`);
	return /** @type {string} */ (cookie.split(';')[0]);
}

/** @param {string} url @param {string} cookie @returns {Promise<number>} ms */
async function medianRead(url, cookie) {
	const times = [];
	for (let read = 0; read < READS; read++) {
		const startedAt = performance.now();
		const response = await fetch(url, { headers: { cookie } });
		await response.arrayBuffer();
		if (!response.ok) throw new Error(`The group page answered ${response.status}.`);
		times.push(performance.now() - startedAt);
	}
	return times.sort((a, b) => a - b)[READS / 2] ?? NaN;
}

/**
 * @template T
 * @param {T[]} items @param {number} atOnce @param {(item: T) => Promise<void>} work
 */
async function inTurns(items, atOnce, work) {
	const left = [...items];
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (let item = left.shift(); item; item = left.shift()) await work(item);
		})
	);
}
