import type { Event } from '$lib/domain/event';
import { confirmBadges } from '../repositories/badges';
import { registerDevice } from '../repositories/devices';
import { storeEvents } from '../repositories/events';
import { sortEvents } from '../sort-events';
import { between, ulidAt, type Random } from './random';
import type { Sitting } from './story';

const HOUR_MS = 3_600_000;

export type Push = { atMs: number; events: Event[] };

/** Numbers what happened as her phone does, and says when there was a signal to send it: often the next day. */
export function pushesOf(sittings: Sitting[], device: string, nowMs: number, random: Random): Push[] {
	const pushes: Push[] = [];
	let waiting: Event[] = [];
	let seq = 1;
	sittings.forEach((sitting, n) => {
		for (const { at, ...happening } of sitting)
			waiting.push({ ...happening, id: ulidAt(at, random), device, seq: seq++, at } as Event);
		const isLast = n === sittings.length - 1;
		if (!isLast && random() < 0.4) return;
		const endMs = waiting.at(-1)?.at ?? nowMs;
		const next = sittings[n + 1]?.[0]?.at ?? nowMs;
		pushes.push({ atMs: Math.min(endMs + between(random, 1, 20) * HOUR_MS, next), events: waiting });
		waiting = [];
	});
	return pushes;
}

/**
 * Joins a phone and sends from it through the code that real phones' calls go through.
 * @returns ids of the badges that were confirmed
 */
export async function deliver(learner: string, device: string, pushes: Push[]): Promise<string[]> {
	const joinedAtMs = pushes[0]?.events[0]?.at ?? 0;
	await registerDevice(learner, device, joinedAtMs);
	let badges: string[] = [];
	for (const { atMs, events } of pushes) {
		const sorted = sortEvents(device, events);
		const phone = { app: '0.1.0', freeBytes: 2_400_000_000 };
		const stored = await storeEvents({ learner, device, session: '' }, sorted, { since: 0, phone });
		if (stored.kind !== 'stored' || sorted.rejected.length > 0 || stored.strangers.length > 0)
			throw new Error(
				`An event of the example village was refused: ${JSON.stringify([stored.kind, sorted.rejected])}`
			);
		const confirmed = await confirmBadges(learner, stored.completed, stored.changes.badges, atMs);
		badges = confirmed.map((badge) => badge.id);
	}
	return badges;
}
