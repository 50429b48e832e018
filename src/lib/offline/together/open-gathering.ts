import { db } from '../database';
import type { GatheringRow } from '../rows';

/** A morning's break; after it another lesson, another day begins. */
const SAME_MEETING_MS = 12 * 3600_000;

/** The lesson in which a group of these was interrupted a while ago, if there is one. */
export async function openGathering(
	profiles: string[],
	nowMs = Date.now()
): Promise<GatheringRow | undefined> {
	const rows = await db.gatherings.where('profile').anyOf(profiles).toArray();
	return rows
		.filter(
			({ endedAtMs, lesson, present, more, startedAtMs }) =>
				endedAtMs === null &&
				lesson !== null &&
				present.length + more > 0 &&
				Math.abs(nowMs - startedAtMs) < SAME_MEETING_MS
		)
		.sort((a, b) => b.startedAtMs - a.startedAtMs)[0];
}
