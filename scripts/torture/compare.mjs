import { pocketbaseOf } from './pocketbase-of.mjs';

/** @typedef {import('./phone.mjs').Phone} Phone */

/**
 * Holds the server's store, its roll-up and each woman's phones against what really happened.
 * @param {import('../testing/house.mjs').House} house
 * @param {Phone[]} phones
 */
export async function compare(house, phones) {
	const { all } = await pocketbaseOf(house);
	const truth = new Map(phones.flatMap((phone) => phone.events.map((event) => [event.id, event])));
	const stored = await all('events');
	const ids = new Set(stored.map(({ id }) => id));
	const remarks = phones.flatMap((phone) => phone.complaints);

	const unlike = stored.filter((row) => !isSame(row, truth.get(row.id)));
	if (unlike.length > 0) remarks.push(`${unlike.length} events are not as they were sent`);
	const rollUp = answersIn(await all('lesson_progress'), (row) => [
		row.learner,
		row.lesson,
		row.answers,
		row.wrong
	]);
	const folded = answersIn(foldOf(phones), (row) => row);
	const wrong = rollUp.filter((row) => !folded.includes(row));
	if (wrong.length > 0 || rollUp.length !== folded.length)
		remarks.push(`the roll-up differs in ${wrong.length} of ${folded.length} rows, for example ${wrong[0]}`);

	return {
		acked: phones.reduce((sum, phone) => sum + phone.watermark, 0),
		lost: [...truth.keys()].filter((id) => !ids.has(id)).length + missingOnPhones(phones),
		doubled: stored.length - ids.size + stored.filter(({ id }) => !truth.has(id)).length,
		remarks
	};
}

/**
 * @param {any} row
 * @param {import('./phone.mjs').Event | undefined} event
 */
function isSame(row, event) {
	if (!event) return true;
	const { device, seq, at, kind, data } = event;
	return (
		JSON.stringify([row.device, row.seq, row.at, row.kind]) === JSON.stringify([device, seq, at, kind]) &&
		JSON.stringify(sorted(row.data)) === JSON.stringify(sorted(data))
	);
}

/** @param {Record<string, unknown>} data */
const sorted = (data) => Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));

/** A woman's two phones know of one another's events in the end. @param {Phone[]} phones */
function missingOnPhones(phones) {
	return phones.flatMap((phone) =>
		phones
			.filter((other) => other !== phone && other.learner === phone.learner)
			.flatMap((other) => other.events.filter(({ id }) => !phone.foreign.has(id)))
	).length;
}

/** @param {Phone[]} phones @returns {[string, string, number, number][]} */
function foldOf(phones) {
	/** @type {Map<string, [string, string, number, number]>} */
	const rows = new Map();
	for (const phone of phones)
		for (const { kind, data } of phone.events) {
			const lesson = String(data.lesson);
			const row = rows.get(`${phone.learner} ${lesson}`) ?? [phone.learner, lesson, 0, 0];
			if (kind === 'question.answered') {
				row[2] += 1;
				row[3] += data.right ? 0 : 1;
			}
			rows.set(`${phone.learner} ${lesson}`, row);
		}
	return [...rows.values()];
}

/**
 * @template T
 * @param {T[]} rows
 * @param {(row: T) => [string, string, number, number]} pick
 */
const answersIn = (rows, pick) => rows.map((row) => pick(row).join(' '));
