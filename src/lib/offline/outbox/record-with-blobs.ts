import type { Happening } from '../../domain/event';
import { appendEvent } from '../append-event';
import { db } from '../database';
import { newId } from '../new-id';
import { orTrouble, type Trouble } from '../trouble';
import { makeRoom } from './make-room';
import type { Prepared } from './prepare-blob';

export type Kept = { kind: 'kept' };

/**
 * Keeps what happened and the recordings and pictures that it names, in one transaction: all of it or nothing. On a
 * full phone it first gives back the room of what the server has already, and tries once more.
 */
export async function recordWithBlobs(
	profile: string,
	happening: Happening,
	blobs: Prepared[],
	now: () => number = Date.now
): Promise<Kept | Trouble> {
	const keep = () => orTrouble(() => keepBoth(profile, happening, blobs, now()));
	const kept = await keep();
	if (kept.kind !== 'trouble' || kept.code !== 'full') return kept;
	return (await makeRoom()) > 0 ? keep() : kept;
}

async function keepBoth(
	profile: string,
	happening: Happening,
	blobs: Prepared[],
	nowMs: number
): Promise<Kept> {
	const { profiles, events, progress, outbox } = db;
	return db.transaction('rw', [profiles, events, progress, outbox], async () => {
		await appendEvent(profile, happening, nowMs, newId());
		for (const { sha256, mime, bytes, blob } of blobs) {
			// The same picture twice is one; what the server has of it stands.
			if (await outbox.get([profile, sha256])) continue;
			await outbox.add({ profile, sha256, mime, bytes, blob, madeAtMs: nowMs, sentAtMs: null, owed: 1 });
		}
		return { kind: 'kept' };
	});
}
