import type { EventKind } from '$lib/domain/event';
import { pbCall } from '../pocketbase';

/** An event as it is told on. `kind` may be one of a newer house. */
export type FedEvent = {
	id: string;
	learner: string;
	seq: number;
	kind: string;
	at: number;
	receivedAt: number;
	data: Record<string, unknown>;
};
export type FedBadge = {
	id: string;
	learner: string;
	/** Her name: leaves the house only where a token's scope says so. */
	name: string;
	groups: string[];
	course: string;
	earnedAtMs: number;
	issuedAtMs: number;
};
export type Joined = { learner: string; joinedAtMs: number };
export type Page<Row> = { rows: Row[]; cursor: number; more: boolean };
export type Span = { fromMs: number; toMs: number };

const ALWAYS: Span = { fromMs: 0, toMs: 8_640_000_000_000_000 };

/** Events of these kinds after a cursor (0: from the beginning), in the order in which they arrived. */
export const eventsAfter = (
	cursor: number,
	kinds: readonly EventKind[],
	limit: number,
	span = ALWAYS
): Promise<Page<FedEvent>> => page('events', cursor, limit, span, kinds);

export const badgesAfter = (cursor: number, limit: number, span = ALWAYS): Promise<Page<FedBadge>> =>
	page('badges', cursor, limit, span);

/** Women who have joined, each once, by when her first phone did. */
export const joinedAfter = (cursor: number, limit: number, span = ALWAYS): Promise<Page<Joined>> =>
	page('devices', cursor, limit, span);

const page = <Row>(
	table: 'events' | 'badges' | 'devices',
	cursor: number,
	limit: number,
	{ fromMs, toMs }: Span,
	kinds: readonly EventKind[] = []
) =>
	pbCall<Page<Row>>('POST', '/api/banmay/interop/feed', {
		...{ table, cursor, kinds, limit },
		from: fromMs,
		to: toMs
	});

/** How many events of these kinds, badges and phones lie behind three cursors. */
export const countWaiting = (
	cursors: { events: number; badges: number; joined: number },
	kinds: readonly EventKind[]
): Promise<{ events: number; badges: number; joined: number }> =>
	pbCall('POST', '/api/banmay/interop/waiting', { ...cursors, kinds });
