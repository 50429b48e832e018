import { fromBase64Url, jwkOf, toBase64Url, type EcJwk } from '../multikey';
import { findKey, type ReadDid } from './find-key';

/** What the signature of a JWT or of a proof came to. */
export type Signature =
	| { kind: 'good'; isKnown: boolean }
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

/**
 * Checks a VC-JWT. Only ES256: what has no key of the issuer's named in `kid`, and above all "none", is not signed.
 * @param issuer the credential's issuer, whose key it must be
 */
export async function checkJwt(jwt: string, issuer: string, readDid: ReadDid): Promise<Signature> {
	const { alg, kid, crit } = readJwt(jwt)?.header ?? {};
	if (alg !== 'ES256') return { kind: 'unsupported', why: String(alg) };
	if (crit !== undefined || typeof kid !== 'string') return { kind: 'unsupported', why: 'kid' };
	const found = await findKey(kid, issuer, readDid);
	if (found.kind === 'none') return { kind: 'issuer', why: found.why };
	const jwk = jwkOf(found.key);
	if (!jwk) return { kind: 'issuer', why: 'unknown' };
	const isGood = await verifies(jwt.trim(), jwk).catch(() => false);
	return isGood ? { kind: 'good', isKnown: found.kind === 'known' } : { kind: 'changed' };
}

/** ES256 (RFC 7518, 3.4) by the browser's own cryptography. */
async function verifies(jwt: string, jwk: EcJwk): Promise<boolean> {
	const curve = { name: 'ECDSA', namedCurve: 'P-256' };
	const key = await crypto.subtle.importKey('jwk', jwk, curve, false, ['verify']);
	const end = jwt.lastIndexOf('.');
	const signature = new Uint8Array(fromBase64Url(jwt.slice(end + 1)));
	// A last letter may hold bits that no byte has: the same signature would have several spellings.
	if (toBase64Url(signature) !== jwt.slice(end + 1)) return false;
	const signed = new TextEncoder().encode(jwt.slice(0, end));
	return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature, signed);
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
