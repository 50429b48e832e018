import { comparePhones } from './compare-phones.mjs';
import { compareRollUp } from './compare-roll-up.mjs';
import { compareWatermarks } from './compare-watermarks.mjs';
import { explainLost } from './explain-lost.mjs';
import { pocketbaseOf } from './pocketbase-of.mjs';
import { pullAll } from './pull-all.mjs';

/**
 * Holds the server against what really happened: its store, what it tells a fresh phone of each woman, its roll-up
 * and watermarks, and what her phones know in the end.
 * @param {import('../testing/house.mjs').House} house
 * @param {import('./phone.mjs').Phone[]} phones
 * @param {import('./ledger.mjs').Ledger} ledger
 */
export async function compare(house, phones, ledger) {
	const { all } = await pocketbaseOf(house);
	const stored = await all('events');
	const remarks = [...ledger.complaints];
	const lost = new Set(missingIn(stored, ledger));
	let doubled = stored.length - new Set(stored.map(({ id }) => id)).size;
	const strangers = stored.filter(({ id }) => ledger.made.get(id)?.isWrong !== false);
	if (strangers.length > 0) remarks.push(`${strangers.length} events are stored that should not be`);
	for (const woman of womenOf(phones)) {
		const pulled = await pullAll(house, ledger, woman);
		const ids = new Set(pulled.map(({ id }) => id));
		for (const { event } of ledger.of(woman.id)) if (!ids.has(event.id)) lost.add(event.id);
		doubled += pulled.length - ids.size;
	}
	const filled = [...stored, ...(await all('event_exceptions'))];
	remarks.push(
		...explainLost([...lost], phones, filled),
		...(await compareRollUp(all, stored)),
		...(await compareWatermarks(all, filled)),
		...comparePhones(phones, ledger)
	);
	return { acked: ledger.acked.size, lost: lost.size, doubled: doubled + strangers.length, remarks };
}

/**
 * Ids of events that are not there as they happened, under the woman to whom they happened.
 * @param {any[]} stored
 * @param {import('./ledger.mjs').Ledger} ledger
 */
function missingIn(stored, ledger) {
	const rows = new Map(stored.map((row) => [row.id, row]));
	return [...ledger.made.values()]
		.filter(({ isWrong }) => !isWrong)
		.filter(({ event, learner }) => !isSame(rows.get(event.id), event, learner))
		.map(({ event }) => event.id);
}

/**
 * Number and device may be others: after a fork the same event is sent under new ones.
 * @param {any} row
 * @param {import('./profile.mjs').Event} event
 * @param {string} learner
 */
function isSame(row, { at, kind, data }, learner) {
	if (!row) return false;
	return (
		JSON.stringify([row.learner, row.at, row.kind, sorted(row.data)]) ===
		JSON.stringify([learner, at, kind, sorted(data)])
	);
}

/** @param {Record<string, unknown>} data */
const sorted = (data) => Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));

/** @param {import('./phone.mjs').Phone[]} phones */
function womenOf(phones) {
	const women = phones.flatMap(({ profiles }) => profiles.map(({ woman }) => woman));
	return [...new Map(women.map((woman) => [woman.id, woman])).values()];
}
