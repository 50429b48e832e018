import { fromBase64Url } from '../base64url';
import { listOf, type Credential } from './shape';

/** A list of at least 16 kB is what hides who is looked up; 131,072 bits (Bitstring Status List 1.0). */
const MIN_BYTES = 16_384;
const MAX_BYTES = 8 * 1024 * 1024;

/** A status list that was read and whose signature is good; undefined: it cannot be had or is not good. */
export type StatusListSeen = {
	issuer: string;
	purpose: string;
	encodedList: string;
	madeAtMs: number;
	validUntilMs: number | null;
	/** Past its time: it still tells what was taken back before, and no more what was not. */
	isOld?: boolean;
};
/** Gets lists: from the network, or the last one that is kept. */
export type ReadLists = {
	bitstring: (url: string, issuer: string) => Promise<StatusListSeen | undefined>;
	/** 1EdTech's list of ids (`1EdTechRevocationList`). */
	revoked: (url: string) => Promise<{ ids: string[]; issuer: string } | undefined>;
};

export type Status = { kind: 'none' } | { kind: 'revoked' } | { kind: 'good' | 'unknown'; atMs?: number };

/**
 * Whether a badge was taken back. Fails closed: what cannot be asked is unknown. The bit is looked at here: the
 * well-known library answers "verified" also for a revoked badge (shared/notes/interop.md).
 */
export async function checkStatus(
	{ id, credentialStatus }: Credential,
	issuer: string,
	lists: ReadLists
): Promise<Status> {
	const results = await Promise.all(
		listOf(credentialStatus).map((entry) => {
			if (entry.type === 'BitstringStatusListEntry') return bitOf(entry, issuer, lists);
			if (entry.type === '1EdTechRevocationList') return listed(id ?? '', entry.id ?? '', issuer, lists);
			return Promise.resolve<Status>({ kind: 'unknown' });
		})
	);
	const worst = (['revoked', 'unknown'] as const).find((kind) => results.some((one) => one.kind === kind));
	return results.find(({ kind }) => kind === worst) ?? results[0] ?? { kind: 'none' };
}

async function bitOf(entry: Record<string, unknown>, issuer: string, lists: ReadLists): Promise<Status> {
	const { statusListCredential: url, statusListIndex, statusPurpose, statusSize = 1 } = entry;
	const index = /^\d{1,8}$/.test(String(statusListIndex)) ? Number(statusListIndex) : NaN;
	// A place of more than one bit is a message, not a yes or no.
	if (typeof url !== 'string' || Number.isNaN(index) || statusSize !== 1) return { kind: 'unknown' };
	const list = await lists.bitstring(url, issuer);
	if (!list || list.issuer !== issuer || list.purpose !== statusPurpose) return { kind: 'unknown' };
	const bits = await unpack(list.encodedList);
	if (!bits || index >= bits.length * 8) return { kind: 'unknown' };
	const isSet = (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;
	if (!isSet) return { kind: list.isOld ? 'unknown' : 'good', atMs: list.madeAtMs };
	return { kind: statusPurpose === 'revocation' || statusPurpose === 'suspension' ? 'revoked' : 'unknown' };
}

/** The list's bits; undefined when it is none, too short to hide anybody, or longer than any honest one. */
async function unpack(encoded: string): Promise<Uint8Array | undefined> {
	try {
		const packed = new Blob([new Uint8Array(fromBase64Url(encoded.replace(/^u/, '')))]);
		const reader = packed.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
		const chunks: Uint8Array[] = [];
		let bytes = 0;
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			chunks.push(part.value);
			bytes += part.value.length;
			if (bytes > MAX_BYTES) return undefined;
		}
		return bytes < MIN_BYTES ? undefined : joined(chunks, bytes);
	} catch {
		return undefined;
	}
}

function joined(chunks: Uint8Array[], bytes: number): Uint8Array {
	const whole = new Uint8Array(bytes);
	let at = 0;
	for (const chunk of chunks) {
		whole.set(chunk, at);
		at += chunk.length;
	}
	return whole;
}

async function listed(id: string, url: string, issuer: string, lists: ReadLists): Promise<Status> {
	const list = id ? await lists.revoked(url) : undefined;
	if (!list || list.issuer !== issuer) return { kind: 'unknown' };
	return list.ids.includes(id) ? { kind: 'revoked' } : { kind: 'good' };
}
