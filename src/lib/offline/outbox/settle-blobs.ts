import { db } from '../database';
import type { OutboxRow } from '../rows';

/** The server's word on some of hers: it has them, it lacks them (also when it had them once), or will not take them. */
export type Word = 'there' | 'lacking' | { refused: string };

/** Notes what the server says of each, in one transaction. What it lacks is sent, again if need be. */
export async function settleBlobs(
	profile: string,
	words: ReadonlyMap<string, Word>,
	now: () => number = Date.now
): Promise<void> {
	await db.transaction('rw', db.outbox, async () => {
		for (const [sha256, word] of words) {
			const row = await db.outbox.get([profile, sha256]);
			if (row) await db.outbox.put({ ...row, ...changeOf(row, word, now()) });
		}
	});
}

/** When it was first there stays: the thirty days after it would never end otherwise. */
function changeOf({ sentAtMs }: OutboxRow, word: Word, nowMs: number): Partial<OutboxRow> {
	if (word === 'there') return { sentAtMs: sentAtMs ?? nowMs, owed: 0 };
	if (word === 'lacking') return { sentAtMs: null, owed: 1 };
	return { owed: 0, refused: word.refused };
}
