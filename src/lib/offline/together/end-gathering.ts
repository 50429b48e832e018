import { appendEvent } from '../append-event';
import { db } from '../database';
import type { GatheringRow } from '../rows';
import { orTrouble, type Trouble } from '../trouble';
import { happeningOf } from './happening-of';
import { isStaffKey } from './staff-key';

/**
 * The group is done. Of a woman's phone it becomes an event of her device, in one transaction with the end of the
 * gathering; a trainer has no device, and hers waits in its own row to be told. Ending twice is ending once.
 */
export async function endGathering(
	row: GatheringRow,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', [db.gatherings, db.profiles, db.events, db.progress], async () => {
			const known = await db.gatherings.get(row.id);
			if (known?.endedAtMs) return { kind: 'kept' as const };
			const happening = happeningOf(row);
			await db.gatherings.put({ ...row, endedAtMs: now() });
			if (isStaffKey(row.profile) || !happening) return { kind: 'kept' as const };
			await appendEvent(row.profile, happening, now(), row.id);
			// Its event says it all; this only keeps a second end away.
			await db.gatherings.update(row.id, { toldAtMs: now() });
			return { kind: 'kept' as const };
		})
	);
}
