import * as v from 'valibot';
import { Event, eventData, Ulid } from '$lib/domain/event';
import type { RefusalReason } from '$lib/domain/sync';

/** An event as the store wants it: its payload, and the few things the roll-up folds by. */
export type StoredEvent = {
	id: string;
	seq: number;
	kind: Event['kind'];
	at: number;
	lesson: string;
	part: number;
	try: number;
	right: 0 | 1;
	data: Event['data'];
};
type Refused = { id: string; seq: number; reason: RefusalReason };
export type Sorted = {
	events: StoredEvent[];
	/** Not taken, but their numbers are known: they must not hold up the watermark for ever. */
	refused: Refused[];
	/** Everything not taken, for the phone. */
	rejected: { id: string; reason: RefusalReason }[];
};

const Envelope = v.object({ id: Ulid, device: Ulid, seq: Event.options[0].entries.seq, kind: v.string() });

/** Sorts what a phone sent, each event by itself: a bad one is named and does not hold up its neighbours. */
export function sortEvents(device: string, sent: unknown[]): Sorted {
	const sorted: Sorted = { events: [], refused: [], rejected: [] };
	const idBySeq = new Map<number, string>();
	for (const one of sent) {
		const envelope = v.safeParse(Envelope, one);
		if (!envelope.success) {
			sorted.rejected.push({ id: idLike(one), reason: 'malformed' });
			continue;
		}
		const { id, seq } = envelope.output;
		const reason = refusalOf(device, envelope.output, idBySeq);
		if (reason === 'same') continue;
		const event = v.safeParse(Event, one);
		if (!reason && event.success) sorted.events.push(storedFrom(event.output));
		else {
			const why = reason ?? 'malformed';
			sorted.rejected.push({ id, reason: why });
			if (why === 'malformed' || why === 'unknown_kind') sorted.refused.push({ id, seq, reason: why });
		}
		if (reason !== 'wrong_device' && reason !== 'seq_taken') idBySeq.set(seq, id);
	}
	return sorted;
}

/** `same`: this very event stands in the call already. */
function refusalOf(
	device: string,
	envelope: v.InferOutput<typeof Envelope>,
	idBySeq: Map<number, string>
): RefusalReason | 'same' | null {
	if (envelope.device !== device) return 'wrong_device';
	const known = idBySeq.get(envelope.seq);
	if (known === envelope.id) return 'same';
	if (known) return 'seq_taken';
	return Object.hasOwn(eventData, envelope.kind) ? null : 'unknown_kind';
}

function storedFrom({ id, seq, kind, at, data }: Event): StoredEvent {
	return {
		id,
		seq,
		kind,
		at,
		lesson: 'lesson' in data ? data.lesson : '',
		part: partOf(data),
		try: 'try' in data ? data.try : 0,
		right: 'right' in data && data.right ? 1 : 0,
		data
	};
}

/** The number of a lesson's card or question; what is asked after a course has a name, which stays in `data`. */
function partOf(data: Event['data']): number {
	if ('card' in data) return data.card;
	return 'question' in data && typeof data.question === 'number' ? data.question : 0;
}

/** What may go back as the name of something that has no proper id. */
function idLike(one: unknown): string {
	const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : '';
	return typeof id === 'string' ? id.slice(0, 40) : '';
}
