import { db } from '../database';
import type { OutboxRow } from '../rows';

/** What the server does not have yet, the oldest first. */
export async function listToSend(profile: string): Promise<OutboxRow[]> {
	const rows = await db.outbox.where({ profile, owed: 1 }).toArray();
	return rows.sort((a, b) => a.madeAtMs - b.madeAtMs || (a.sha256 < b.sha256 ? -1 : 1));
}

/** Hashes of all that is here and that the server took or may take, what is owed first. */
export async function listKept(profile: string): Promise<string[]> {
	const rows = await db.outbox.where({ profile }).toArray();
	const kept = rows.filter(({ refused }) => refused === undefined);
	return kept.sort((a, b) => b.owed - a.owed).map(({ sha256 }) => sha256);
}
