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
	const list = await (await fetch(`${house.origin}/trainer`, { headers: { cookie } })).text();
	const groups = [...new Set([...list.matchAll(/\/trainer\/groups\/([a-z0-9]+)/g)].map(([, id]) => id))];
	// The slowest group counts: the events lie in the groups of the women whose cards the demo gives.
	const slowest = async () =>
		Math.max(
			...(await inOrder(groups, (id) => medianRead(`${house.origin}/api/groups/${id}`, cookie)))
		);
	let sent = 0;
	const fillTo = async (/** @type {number} */ total) => {
		const perPhone = Math.ceil((total - sent) / phones.length);
		const before = sent / phones.length;
		await inTurns(phones, 4, async (phone) => {
			for (let seq = before; seq < before + perPhone; seq += EVENTS_A_CALL) {
				const events = makeEvents(phone.device, seq + 1, Math.min(EVENTS_A_CALL, before + perPhone - seq), lessons);
				const { watermark } = await push(house.origin, phone, events);
				// A store that is not filled would make the page look quick.
				if (watermark !== seq + events.length) throw new Error(`Watermark ${watermark} after ${seq + events.length}.`);
			}
		});
		sent += perPhone * phones.length;
	};
	await fillTo(SMALL);
	const small = await slowest();
	await fillTo(LARGE);
	const large = await slowest();
	const year = new Date().getFullYear();
	const report = await medianRead(`${house.origin}/trainer/reports?period=${year}&by=ethnicity`, cookie);
	return [
		{ name: "trainer's group page with 1,000,000 events", value: large, unit: 'ms', budget: 60 },
		{ name: 'the same, against 10,000 events', value: large / small, unit: 'x', budget: 2 },
		{ name: "a manager's report of a year with 1,000,000 events", value: report, unit: 'ms', budget: 1000 }
	];
}

/** @param {string} origin @param {{email: string, password: string}} who */
export async function signIn(origin, who) {
	const response = await fetch(`${origin}/sign-in?/signIn`, {
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

/**
 * One after the other, so that none is measured beside another.
 * @template T, R
 * @param {T[]} items @param {(item: T) => Promise<R>} work
 */
async function inOrder(items, work) {
	const results = [];
	for (const item of items) results.push(await work(item));
	return results;
}
