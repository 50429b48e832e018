import { fromBase64Url, toBase64Url } from '../base64url';
import { jwkOf } from '../multikey';
import { findKey, type FoundKey, type IssuerKey, type ReadDid } from './find-key';

/** What the signature of a JWT or of a proof came to. */
export type Signature =
	/** `why`: why nobody vouches for the key. */
	| { kind: 'good'; isKnown: boolean; why?: string }
	| { kind: 'changed' }
	| { kind: 'issuer'; why: string }
	/** A form of signature that is not checked here. */
	| { kind: 'unsupported'; why: string };

/** Header and payload as they stand there, unchecked; undefined when it is no JWT. */
export function readJwt(jwt: string): { header: Record<string, unknown>; payload: unknown } | undefined {
	const [header, payload, signature, ...more] = jwt.trim().split('.');
	if (!header || !payload || signature === undefined || more.length > 0) return undefined;
	const json = (part: string): unknown =>
		JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(part)));
	try {
		return { header: json(header) as Record<string, unknown>, payload: json(payload) };
	} catch {
		return undefined;
	}
}

type Found = Exclude<FoundKey, { kind: 'none' }>;
export const goodBy = (found: Found): Signature =>
	found.kind === 'known' ? { kind: 'good', isKnown: true } : { kind: 'good', isKnown: false, why: found.why };

/**
 * Checks a VC-JWT: ES256, and RS256, which others sign with (Open Badges 3.0, 8.2.4). The key says which of the two it is
 * for, never the header alone. What has no key of the issuer's named in `kid`, and above all "none", is not signed.
 * @param issuer the credential's issuer, whose key it must be
 */
export async function checkJwt(jwt: string, issuer: string, readDid: ReadDid): Promise<Signature> {
	const { alg, kid, crit } = readJwt(jwt)?.header ?? {};
	if (alg !== 'ES256' && alg !== 'RS256') return { kind: 'unsupported', why: String(alg) };
	if (crit !== undefined || typeof kid !== 'string') return { kind: 'unsupported', why: 'kid' };
	const found = await findKey(kid, issuer, readDid);
	if (found.kind === 'none') return { kind: 'issuer', why: found.why };
	const usable = usableKey(found.key, alg);
	if (!usable) return { kind: 'issuer', why: 'unknown' };
	const isGood = await verifies(jwt.trim(), usable).catch(() => false);
	return isGood ? goodBy(found) : { kind: 'changed' };
}

type Usable = { jwk: JsonWebKey; algorithm: EcKeyImportParams & RsaHashedImportParams };
const NAMES = { ES256: 'ECDSA', RS256: 'RSASSA-PKCS1-v1_5' } as const;

function usableKey(key: IssuerKey, alg: keyof typeof NAMES): Usable | undefined {
	const jwk = key.kind === 'rsa' ? key.jwk : jwkOf(key);
	if (!jwk || (key.kind === 'rsa') !== (alg === 'RS256')) return undefined;
	return { jwk, algorithm: { name: NAMES[alg], namedCurve: 'P-256', hash: 'SHA-256' } };
}

/** RFC 7518, 3.3 and 3.4, by the browser's own cryptography. */
async function verifies(jwt: string, { jwk, algorithm }: Usable): Promise<boolean> {
	const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify']);
	const end = jwt.lastIndexOf('.');
	const signature = new Uint8Array(fromBase64Url(jwt.slice(end + 1)));
	// A last letter may hold bits that no byte has: the same signature would have several spellings.
	if (toBase64Url(signature) !== jwt.slice(end + 1)) return false;
	const signed = new TextEncoder().encode(jwt.slice(0, end));
	return crypto.subtle.verify(algorithm, key, signature, signed);
}

/** The claims repeat what stands in the credential (Open Badges 3.0, 8.2.3); they must not say something else. */
export function claimsFit(payload: Record<string, unknown>, issuer: string): boolean {
	const { iss, jti, sub, nbf, exp, id, validFrom, validUntil, credentialSubject } = payload;
	const subject = (credentialSubject as { id?: string } | undefined)?.id;
	const isTime = (claim: unknown, text: unknown) =>
		claim === undefined || (typeof text === 'string' && claim === Math.floor(Date.parse(text) / 1000));
	return (
		(iss === undefined || iss === issuer) &&
		(jti === undefined || jti === id) &&
		(sub === undefined || sub === subject) &&
		isTime(nbf, validFrom) &&
		isTime(exp, validUntil)
	);
}
