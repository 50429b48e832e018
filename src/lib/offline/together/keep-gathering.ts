import { db } from '../database';
import type { GatheringRow } from '../rows';
import { orTrouble, type Trouble } from '../trouble';

/** Keeps how far a group around this phone is, so that an empty battery loses nothing. One that is over stays as it is. */
export async function keepGathering(row: GatheringRow): Promise<{ kind: 'kept' } | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', db.gatherings, async () => {
			const known = await db.gatherings.get(row.id);
			if (!known || known.endedAtMs === null) await db.gatherings.put(row);
			return { kind: 'kept' as const };
		})
	);
}
