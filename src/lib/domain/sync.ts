import * as v from 'valibot';
import { Event, Seq, Ulid } from './event';
import type { Notice } from './notice';
import type { Pattern } from './pattern';
import { MAX_EVENTS_A_CALL } from './sync-limits';
import type { TogetherForHer } from './together';

export { EVENTS_A_PUSH, MAX_BYTES_A_CALL, MAX_EVENTS_A_CALL } from './sync-limits';

/** Why the server did not take an event. The phone keeps it, with the reason, and can send it again. */
export type RefusalReason = 'malformed' | 'unknown_kind' | 'wrong_device' | 'device_forked' | 'seq_taken';

/** The body of POST /api/sync. `events` are checked one by one, so that a bad one does not hold up its neighbours. */
export const SyncRequest = v.object({
	device: Ulid,
	events: v.pipe(v.array(v.unknown()), v.maxLength(MAX_EVENTS_A_CALL)),
	/**
	 * The newest event of this device that the phone thinks delivered. A server that has another one under that number
	 * answers `device_forked`; one that has been put back to before it stores nothing and answers its watermark. Without
	 * it, two copies of one phone and a restored server could lose events in silence.
	 */
	after: v.optional(v.object({ id: Ulid, seq: Seq })),
	/** Cursor of the last answer's `changes`; absent or 0 asks for her whole history from her other devices. */
	since: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
	/** Digest of the notices that this phone has ('' for none); without it, it is told of none. */
	notices: v.optional(v.pipe(v.string(), v.maxLength(64))),
	/** The same of her groups' women and of what she heard together. */
	together: v.optional(v.pipe(v.string(), v.maxLength(64))),
	phone: v.optional(v.object({ app: v.pipe(v.string(), v.maxLength(40)), freeBytes: v.nullable(v.number()) }))
});

export type LearnerOnPhone = {
	id: string;
	name: string;
	picture: string;
	group: string;
	/** Her group's pattern (domain/pattern.ts); null or missing: the usual one. */
	pattern?: Pattern | null;
	codeResetAtMs: number | null;
};

export type SyncChanges = {
	/** Her events from other devices, not yet known here. */
	events: Event[];
	cursor: number;
	/** Whether to ask again at once. */
	more: boolean;
	learner: LearnerOnPhone;
	badges: { id: string; course: string; issuedAtMs: number }[];
	/** All notices that are for her now, when they are others than those of the digest that was sent. */
	notices?: NoticesForHer;
	/** The women of her groups, and what she heard in a group, when they are others than those of the digest. */
	together?: TogetherForHer;
};

export type NoticesForHer = { digest: string; all: Notice[] };

export type SyncResponse = {
	/** The highest number at and below which the server has everything of this device. */
	watermark: number;
	rejected: { id: string; reason: RefusalReason }[];
	changes: SyncChanges;
	/** The server's clock, ms since 1970. */
	now: number;
};
