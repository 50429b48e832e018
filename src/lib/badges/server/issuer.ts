import { env } from '$lib/server/env';
import type { Issuer } from '../credential';

const NAME = 'Bản Mây';

/** Where badges live: one address, also when a server is reached by several. */
export const badgeOrigin = (): string => env.linkOrigin;

/**
 * Who signs: `did:web` of a public https address, which people recognise and which can be looked up; `did:key`
 * otherwise (a school's box, a test), which needs nobody. `key` is the multikey that signs this time.
 */
export function issuerOf(key: string, origin = badgeOrigin()): Issuer {
	return { did: isPublic(origin) ? webDid(origin) : `did:key:${key}`, name: NAME, url: origin };
}

/** The address of a key: it carries the key itself, so that it can be checked without looking anything up. */
export const methodOf = (did: string, key: string): string => `${did}#${key}`;

/** https://www.w3.org/TR/did-web: the port's colon is written %3A. */
export const webDid = (origin: string): string => `did:web:${new URL(origin).host.replace(':', '%3A')}`;

export function isPublic(origin: string): boolean {
	const { protocol, hostname } = new URL(origin);
	return protocol === 'https:' && hostname.includes('.') && !/^[\d.]+$/.test(hostname);
}
