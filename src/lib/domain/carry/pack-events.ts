import { deflateSync, inflateSync, strToU8 } from 'fflate';
import { MAX_BYTES_A_CALL, MAX_EVENTS_A_CALL } from '../sync-limits';
import type { Event } from '../event';
import { ByteReader, ByteWriter, Unreadable } from './bytes';
import { CHANCE_BYTES, chanceOfUlid, timeOfUlid, ulidOf } from './ulid-bytes';

/** What is carried of an event beside what its bundle says for all of them. Its kind and data are not looked at here:
 * a phone may be newer than the one that carries. */
export type PackedEvent = { id: string; seq: number; at: number; kind: string; data: unknown };

/** What stands in most events, so that ten of them are as small as the tenth part of a hundred. This one is never
 * changed: bundles wait on phones. Another would be another form (`bundle.ts`). */
const DICTIONARY = strToU8(
	[
		'["course.completed",{"course":"dien-thoai thanh-toan ban-hang thi-truong"}],',
		'["practice.completed",{"lesson":"","practice":"","outcome":{"steps":,"wrong":0,"fell":[]}}],',
		'["review.answered",{"lesson":"","question":1,"right":true}],["notice.heard",{"notice":"","version":1}],',
		'["lesson.opened",{"lesson":"","hash":""}],["lesson.completed",{"lesson":""}],',
		'["question.answered",{"lesson":"","question":2,"try":1,"right":false}],',
		'["question.answered",{"lesson":"","question":1,"try":1,"right":true}],["card.heard",{"lesson":"","card":1}],'
	].join('')
);

/**
 * Events as bytes, about nineteen for each. The ten bytes of chance in an id do not get smaller and stand apart; numbers
 * and times as differences; kinds and payloads as JSON, squeezed.
 */
export function packEvents(events: readonly Pick<Event, keyof PackedEvent>[]): Uint8Array<ArrayBuffer> {
	const chance = new ByteWriter();
	const columns = new ByteWriter();
	for (const { id } of events) chance.raw(chanceOfUlid(id));
	events.forEach(({ seq }, n) => columns.signed(seq - (n === 0 ? 0 : events[n - 1]!.seq + 1)));
	events.forEach(({ at }, n) => columns.signed(at - (n === 0 ? 0 : events[n - 1]!.at)));
	for (const { id, at } of events) columns.signed(timeOfUlid(id) - at);
	columns.raw(strToU8(JSON.stringify(events.map(({ kind, data }) => [kind, data]))));
	const squeezed = deflateSync(columns.done(), { level: 9, dictionary: DICTIONARY });
	return new ByteWriter().count(events.length).raw(chance.done()).block(squeezed).done();
}

/** The events again, from where the reader stands. @throws Unreadable */
export function unpackEvents(from: ByteReader): PackedEvent[] {
	const length = from.count();
	if (length > MAX_EVENTS_A_CALL) throw new Unreadable();
	const chance = Array.from({ length }, () => from.raw(CHANCE_BYTES));
	const columns = new ByteReader(inflated(from.block()));
	const sum = (gap: number) => {
		let last = -gap;
		return Array.from({ length }, () => (last = last + gap + columns.signed()));
	};
	const seqs = sum(1);
	const ats = sum(0);
	const ids = chance.map((bytes, n) => ulidOf(ats[n]! + columns.signed(), bytes));
	const payloads = payloadsOf(columns.raw(columns.left), length);
	return payloads.map(([kind, data], n) => {
		const id = ids[n];
		if (id === undefined) throw new Unreadable();
		return { id, seq: seqs[n]!, at: ats[n]!, kind, data };
	});
}

/** No more is unpacked than one call may hold: what claims to be longer is cut, and then it is not readable. */
function inflated(squeezed: Uint8Array): Uint8Array {
	try {
		const bytes = inflateSync(squeezed, { dictionary: DICTIONARY, out: new Uint8Array(MAX_BYTES_A_CALL) });
		if (bytes.length < MAX_BYTES_A_CALL) return bytes;
	} catch {
		// Said below.
	}
	throw new Unreadable();
}

function payloadsOf(bytes: Uint8Array, length: number): [string, unknown][] {
	let list: unknown;
	try {
		list = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		throw new Unreadable();
	}
	if (!Array.isArray(list) || list.length !== length) throw new Unreadable();
	return list.map((one: unknown) => {
		if (!Array.isArray(one) || typeof one[0] !== 'string') throw new Unreadable();
		return [one[0], one[1]];
	});
}
