import { db } from '../offline/database';
import { listKept, listToSend, settleBlobs, sweepOutbox, type Word } from '../offline/outbox';
import { owedEvents } from '../offline/owed-events';
import type { Profile } from '../offline/rows';
import { askMissing } from './ask-missing';
import type { Delivery } from './deliver';
import { outboxAskedKey } from './outbox-asked';
import { sendBlob } from './send-blob';

/** A server whose files were put back without its records says so at the latest on the next day. */
const ASK_EVERY_MS = 24 * 3600_000;

/**
 * Sends her recordings and pictures after her events. The server's word is the only one on what it has: it is asked
 * before anything is sent, once a day besides, and whenever it knows less of her than it did (apply-answer.ts).
 */
export async function sendOutbox(
	profileId: string,
	fetch: typeof globalThis.fetch,
	now: () => number = Date.now
): Promise<Delivery> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return { kind: 'gone' };
	if ((await listToSend(profileId)).length === 0 && !(await isTimeToAsk(profileId, now()))) return delivered;
	const hashes = await listKept(profileId);
	const asked = await askMissing(profile.device, hashes, fetch);
	if (asked.kind !== 'asked') return asked;
	const words = hashes.map((hash): [string, Word] => [hash, asked.missing.has(hash) ? 'lacking' : 'there']);
	await settleBlobs(profileId, new Map(words), now);
	await db.meta.put({ key: outboxAskedKey(profileId), value: now() });
	const sent = await sendAll(profile, asked.missing, fetch, now);
	await sweepOutbox(profileId, now);
	return sent;
}

const delivered: Delivery = { kind: 'delivered' };

async function isTimeToAsk(profileId: string, nowMs: number): Promise<boolean> {
	const askedAtMs = (await db.meta.get(outboxAskedKey(profileId)))?.value;
	return typeof askedAtMs !== 'number' || Math.abs(nowMs - askedAtMs) > ASK_EVERY_MS;
}

/** One after the other; an event that happens meanwhile goes first: it is small, and the rest comes with the next call. */
async function sendAll(
	profile: Profile,
	missing: ReadonlyMap<string, number>,
	fetch: typeof globalThis.fetch,
	now: () => number
): Promise<Delivery> {
	for (const row of await listToSend(profile.id)) {
		const sent = await sendBlob(profile.device, row, missing.get(row.sha256) ?? 0, fetch);
		const word = wordOf(sent);
		if (word) await settleBlobs(profile.id, new Map([[row.sha256, word]]), now);
		else if (sent.kind !== 'sent' && sent.kind !== 'damaged') return sent;
		const newest = await db.profiles.get(profile.id);
		if (newest && (await owedEvents(newest).count()) > 0) return delivered;
	}
	return delivered;
}

/** Codes by which the server says that it will never take this one; any other trouble may pass. */
const FOR_EVER = new Set(['blob_type', 'too_large', 'malformed']);

function wordOf(sent: Awaited<ReturnType<typeof sendBlob>>): Word | undefined {
	if (sent.kind === 'sent') return 'there';
	if (sent.kind === 'damaged') return { refused: 'damaged_here' };
	if (sent.kind === 'refused' && FOR_EVER.has(sent.code)) return { refused: sent.code };
	return undefined;
}
