import { checkJwt, readJwt } from './check-jwt';
import type { World } from './check-badge';
import type { ReadLists, StatusListSeen } from './check-status';
import type { DidDocument, ReadDid } from './find-key';
import { addressOf, isObject, listOf } from './shape';

type Fetch = typeof globalThis.fetch;

/** Foreign servers may be slow; a stranger at a counter waits no longer. */
const WAIT_MS = 8_000;
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The world as a browser asks it: this server's own keys and list by their own addresses (so that the worker can keep
 * them for a place without a network), others over https.
 * @param reach `house`: asks nobody else. A server must not ask others for a visitor: whoever wrote the badge would
 * choose whom it asks, in our own network too.
 */
export function browserWorld(
	anyFetch: Fetch,
	now: () => number = Date.now,
	reach: 'everybody' | 'house' = 'everybody'
): World {
	const fetch: Fetch = (url, options) =>
		reach === 'everybody' || (typeof url === 'string' && isOwnPath(url))
			? anyFetch(url, options)
			: Promise.reject(new TypeError('not from here'));
	const documents = new Map<string, Promise<DidDocument | undefined>>();
	const own = () =>
		once<House | undefined>(documents, '', () => readJson<House>('/.well-known/did.json', fetch));
	/** Whether this very server vouches for the issuer: under its name, or under one of the keys it ever had. */
	const isOwn: IsOwn = async (issuer) => {
		const ours = await own();
		return ours?.id === issuer || (ours?.alsoKnownAs?.includes(issuer) ?? false);
	};
	const readDid: ReadDid = async (did) => {
		if (await isOwn(did)) return { ...(await own()), id: did };
		const url = addressOf(did);
		return url ? once(documents, did, () => readJson<DidDocument>(url, fetch)) : undefined;
	};
	return { readDid, lists: listsOf({ fetch, readDid, isOwn, now }), now };
}

/** Our own document also names every key that badges were ever signed with. */
type House = DidDocument & { alsoKnownAs?: string[] };
type IsOwn = (issuer: string) => Promise<boolean>;
type Deps = { fetch: Fetch; readDid: ReadDid; isOwn: IsOwn; now: () => number };

function listsOf({ fetch, readDid, isOwn, now }: Deps): ReadLists {
	return {
		bitstring: async (url, issuer) => {
			const isOurs = await isOwn(issuer);
			const list = await readList(isOurs ? ownPath(url) : url, fetch, readDid);
			if (!list) return undefined;
			list.isOld = (list.validUntilMs ?? Infinity) < now();
			// A house without a domain signs its list under another name than some of its badges: the name of its key.
			return isOurs && (await isOwn(list.issuer)) ? { ...list, issuer } : list;
		},
		revoked: async (url) => {
			type Entry = { id: string; revoked?: boolean };
			const list = await readJson<{ issuer?: string; revokedCredential?: unknown }>(url, fetch);
			if (!list?.issuer || !Array.isArray(list.revokedCredential)) return undefined;
			const entries = list.revokedCredential.map((one: unknown) =>
				typeof one === 'string' ? { id: one } : one
			);
			// What cannot be read might be the one that is looked for.
			const areAll = entries.every((one): one is Entry => isObject(one) && typeof one['id'] === 'string');
			if (!areAll) return undefined;
			const ids = (entries as Entry[]).filter((one) => one.revoked !== false).map((one) => one.id);
			return { ids, issuer: list.issuer };
		}
	};
}

/** Our own list, whatever the key of the badge: as a JWT it needs no RDF, and the worker keeps that one. */
const ownPath = (url: string): string => `${URL.canParse(url) ? new URL(url).pathname : '/'}.jwt`;

/** A list whose signature is that of the issuer it names. */
async function readList(url: string, fetch: Fetch, readDid: ReadDid): Promise<StatusListSeen | undefined> {
	const text = await readText(url, fetch);
	if (text === undefined) return undefined;
	if (!text.startsWith('{')) {
		const list = seen(readJwt(text)?.payload);
		return list && (await checkJwt(text, list.issuer, readDid)).kind === 'good' ? list : undefined;
	}
	try {
		const { proof, ...document } = JSON.parse(text) as Record<string, unknown>;
		const list = seen(document);
		const { checkProof } = await import('./check-proof');
		for (const one of listOf(proof as object | object[]))
			if (list && (await checkProof(document, one, list.issuer, readDid)).kind === 'good') return list;
	} catch {
		// No list.
	}
	return undefined;
}

function seen(list: unknown): StatusListSeen | undefined {
	if (typeof list !== 'object' || list === null) return undefined;
	const { issuer, validFrom, validUntil, credentialSubject } = list as {
		issuer?: string | { id?: string };
		validFrom?: string;
		validUntil?: string;
		credentialSubject?: { statusPurpose?: string; encodedList?: string };
	};
	const { statusPurpose, encodedList } = credentialSubject ?? {};
	if (!statusPurpose || !encodedList) return undefined;
	return {
		issuer: (typeof issuer === 'string' ? issuer : issuer?.id) ?? '',
		purpose: statusPurpose,
		encodedList,
		madeAtMs: Date.parse(validFrom ?? '') || 0,
		validUntilMs: validUntil ? Date.parse(validUntil) : null
	};
}

const isOwnPath = (url: string) => /^\/(?!\/)/.test(url);

async function readText(url: string, fetch: Fetch): Promise<string | undefined> {
	if (!isOwnPath(url) && !url.startsWith('https://')) return undefined;
	try {
		const response = await fetch(url, {
			headers: { accept: 'application/vc+jwt, application/vc+ld+json, application/json' },
			credentials: 'omit',
			signal: AbortSignal.timeout(WAIT_MS)
		});
		if (!response.ok) return undefined;
		// Read as a stream, our own answers would stand in the first page as base 64 of base 64.
		const text = isOwnPath(url) ? await response.text() : await readAtMost(response, MAX_BYTES);
		return text?.trim();
	} catch {
		return undefined;
	}
}

/** Ends as soon as it is too long, whatever its headers say. */
async function readAtMost({ body }: Response, maxBytes: number): Promise<string | undefined> {
	const decoder = new TextDecoder();
	let text = '';
	let bytes = 0;
	const reader = body?.getReader();
	for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
		bytes += part.value.length;
		if (bytes > maxBytes) {
			await reader?.cancel();
			return undefined;
		}
		text += decoder.decode(part.value, { stream: true });
	}
	return text + decoder.decode();
}

/** @returns undefined too for JSON that is no object */
async function readJson<T extends object>(url: string, fetch: Fetch): Promise<T | undefined> {
	try {
		const value: unknown = JSON.parse((await readText(url, fetch)) ?? '');
		return isObject(value) ? (value as T) : undefined;
	} catch {
		return undefined;
	}
}

function once<T>(kept: Map<string, Promise<unknown>>, key: string, make: () => Promise<T>): Promise<T> {
	const known = (kept.get(key) as Promise<T> | undefined) ?? make();
	kept.set(key, known);
	return known;
}
