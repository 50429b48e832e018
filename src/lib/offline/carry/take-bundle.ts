import { isSigned, readBundle, type Bundle } from '../../domain/carry/bundle';
import { db } from '../database';
import type { CarriedRow } from '../rows';
import { sha256 } from '../sha256';
import { orTrouble, type Trouble } from '../trouble';

/** About ten villages, twice over; and never more than a few MB of somebody else's. */
const MAX_WAITING = 600;

export type Took =
	| { kind: 'took'; isNew: boolean; row: CarriedRow }
	/** No bundle at all, or one that its key did not sign: it is not kept. */
	| { kind: 'unreadable' }
	| { kind: 'forged' }
	/** This phone carries enough: it delivers first. */
	| { kind: 'too_many' };

/**
 * Keeps a bundle of somebody else's phone until there is a line. What can be checked without one is checked: its form
 * and its signature. Whose key it is only the server knows. A second time changes nothing.
 */
export async function takeBundle(
	bytes: Uint8Array<ArrayBuffer>,
	now: () => number = Date.now
): Promise<Took | Trouble> {
	const bundle = readBundle(bytes);
	if (!bundle || bundle.events.length === 0) return { kind: 'unreadable' };
	if ((await isSigned(bytes, bundle)) === 'bad') return { kind: 'forged' };
	const id = await sha256(bytes);
	if (id === null) return { kind: 'trouble', code: 'unavailable' };
	return orTrouble(() =>
		db.transaction('rw', db.carried, async (): Promise<Took> => {
			const known = await db.carried.get(id);
			if (known) return { kind: 'took', isNew: false, row: known };
			if ((await db.carried.where({ state: 'waiting' }).count()) >= MAX_WAITING) return { kind: 'too_many' };
			const row = rowOf(id, bytes, bundle, now());
			await db.carried.add(row);
			return { kind: 'took', isNew: true, row };
		})
	);
}

function rowOf(
	id: string,
	bytes: Uint8Array<ArrayBuffer>,
	{ name, picture, events }: Bundle,
	takenAtMs: number
): CarriedRow {
	const count = events.length;
	return { id, bytes, name, picture, events: count, state: 'waiting', takenAtMs, settledAtMs: null };
}
