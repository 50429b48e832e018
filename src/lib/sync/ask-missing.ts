import { MAX_BLOBS_ASKED } from '../domain/blob';
import { post } from './post';
import type { Unsent } from './push';

/** Of what the server lacks, how much of it has come. */
export type Missing = ReadonlyMap<string, number>;

/** Asks which of these the server does not have whole. */
export async function askMissing(
	device: string,
	hashes: string[],
	fetch: typeof globalThis.fetch
): Promise<{ kind: 'asked'; missing: Missing } | Unsent> {
	const missing = new Map<string, number>();
	for (let at = 0; at < hashes.length; at += MAX_BLOBS_ASKED) {
		const blobs = hashes.slice(at, at + MAX_BLOBS_ASKED);
		const answer = await post('/api/blobs/missing', { device, blobs }, fetch);
		if (answer.kind !== 'answered') return answer;
		const found = (answer.body as { missing?: { sha256: string; have: number }[] } | null)?.missing;
		// A village's login page answers 200 to everything.
		if (!Array.isArray(found)) return { kind: 'offline' };
		for (const { sha256, have } of found) missing.set(sha256, have);
	}
	return { kind: 'asked', missing };
}
