import { BLOB_PART_BYTES } from '../domain/blob';
import type { OutboxRow } from '../offline/rows';
import { sha256 } from '../offline/sha256';
import type { Unsent } from './push';
import { request } from './request';

/** A part at 20 kbit/s. */
const PATIENCE_MS = 30_000;

/** `damaged`: the phone's own copy is no longer what it was. */
export type SentBlob = { kind: 'sent' } | { kind: 'damaged' } | Unsent;

/** Sends one recording or picture from where the server has it, part after part; what breaks off is gone on with the
 * next time. */
export async function sendBlob(
	device: string,
	row: Pick<OutboxRow, 'sha256' | 'mime' | 'blob'>,
	have: number,
	fetch: typeof globalThis.fetch
): Promise<SentBlob> {
	const bytes = await row.blob.arrayBuffer().catch(() => undefined);
	if (!bytes || (await sha256(bytes)) !== row.sha256) return { kind: 'damaged' };
	for (let from = Math.min(have, bytes.byteLength - 1); ;) {
		const part = bytes.slice(from, from + BLOB_PART_BYTES);
		const range = `bytes ${from}-${from + part.byteLength - 1}/${bytes.byteLength}`;
		const headers = { 'content-type': row.mime, 'content-range': range };
		const url = `/api/blobs/${row.sha256}?device=${device}`;
		const answer = await request(
			url,
			{ method: 'PUT', body: part, headers },
			{ fetch, patienceMs: PATIENCE_MS }
		);
		if (answer.kind !== 'answered') return answer;
		const { have: now } = (answer.body ?? {}) as { have?: number };
		if (now === bytes.byteLength) return { kind: 'sent' };
		// Not one byte further, or somebody else's page in between.
		if (!Number.isInteger(now) || now! <= from) return { kind: 'offline' };
		from = now!;
	}
}
