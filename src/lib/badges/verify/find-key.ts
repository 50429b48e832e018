import { fromBase64Url } from '../base64url';
import { fromMultikey, p256Multikey, toMultikey, type PublicKey } from '../multikey';
import { isObject, listOf } from './shape';

type Method = {
	id?: string;
	type?: string;
	controller?: string;
	publicKeyMultibase?: string;
	publicKeyJwk?: JsonWebKey;
};
/** A DID document, the profile of an issuer by https, or a key that stands alone. */
export type DidDocument = Omit<Method, 'type'> & {
	verificationMethod?: Method[];
	assertionMethod?: (string | Method)[];
};

/** RSA is what others sign JWTs with. */
export type IssuerKey = PublicKey | { kind: 'rsa'; jwk: { kty: 'RSA'; n: string; e: string } };

/** `known`: the key is that issuer's, by a document of the issuer's own domain that was seen. `bare`: the signature
 * can be checked with it, but nobody says whose it is. */
export type FoundKey =
	| { kind: 'known'; key: IssuerKey; method: string }
	| { kind: 'bare'; key: IssuerKey; method: string; why: 'bare' | 'unreachable' }
	| { kind: 'none'; why: 'foreign' | 'unreachable' | 'unknown' };

/** Reads a document by its DID or https address, from what is known already or over https; undefined when it cannot be had. */
export type ReadDid = (did: string) => Promise<DidDocument | undefined>;

/**
 * The key that a signature names. It must be the issuer's own: a key of somebody else says nothing about the issuer
 * (its controller must be the issuer, Open Badges 3.0, 8.3).
 * @param method the address of the key, in `kid` or `verificationMethod`
 */
export async function findKey(method: string, issuer: string, readDid: ReadDid): Promise<FoundKey> {
	const [did = '', fragment = ''] = method.split('#');
	if (did !== issuer) return standsAlone(method, issuer, readDid);
	const carried = fromMultikey(fragment);
	if (did.startsWith('did:key:')) {
		const key = fromMultikey(did.slice('did:key:'.length));
		if (!key || (carried && toMultikey(carried) !== toMultikey(key))) return { kind: 'none', why: 'unknown' };
		const isKnown = (await readDid(did)) !== undefined;
		return isKnown ? { kind: 'known', key, method } : { kind: 'bare', key, method, why: 'bare' };
	}
	const document = await readDid(did);
	if (!document)
		return carried
			? { kind: 'bare', key: carried, method, why: 'unreachable' }
			: { kind: 'none', why: 'unreachable' };
	const found = methodIn(document, did, method);
	const key = found && keyOf(found);
	return key ? { kind: 'known', key, method } : { kind: 'none', why: 'unknown' };
}

/** A key under an address of its own (Open Badges 3.0, 8.2.3: `kid`). It must lie inside the issuer's own: on one host there
 * may be many who write pages. */
async function standsAlone(method: string, issuer: string, readDid: ReadDid): Promise<FoundKey> {
	const inside = `${issuer.replace(/\/$/, '')}/`;
	const isInside = issuer.startsWith('https://') && URL.canParse(method) && new URL(method).href === method;
	if (!isInside || !method.startsWith(inside)) return { kind: 'none', why: 'foreign' };
	const document = await readDid(method);
	if (!document) return { kind: 'none', why: 'unreachable' };
	if (document.controller !== undefined && document.controller !== issuer)
		return { kind: 'none', why: 'foreign' };
	const key = keyOf('kty' in document ? { publicKeyJwk: document as JsonWebKey } : document);
	return key ? { kind: 'known', key, method } : { kind: 'none', why: 'unknown' };
}

/** The method of this address, if the issuer lets it make statements. */
function methodIn(document: DidDocument, did: string, id: string): Method | undefined {
	if (document.id !== did) return undefined;
	const isIt = (one: unknown) => {
		const named = isObject(one) ? one['id'] : one;
		return named === id || (typeof named === 'string' && named.startsWith('#') && did + named === id);
	};
	const method = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].find(
		(one): one is Method => isObject(one) && isIt(one)
	);
	const isControlled = method?.controller === undefined || method.controller === did;
	return isControlled && listOf(document.assertionMethod).some(isIt) ? method : undefined;
}

/** 2048 bits; what is shorter can be broken (RFC 7518, 3.3). */
const MIN_RSA_CHARACTERS = 342;
const MAX_RSA_CHARACTERS = 1400;

/** @returns undefined for what is no key, whatever a foreign server wrote */
function keyOf(method: Method): IssuerKey | undefined {
	try {
		return readKey(method);
	} catch {
		return undefined;
	}
}

function readKey({ publicKeyMultibase, publicKeyJwk: jwk }: Method): IssuerKey | undefined {
	if (publicKeyMultibase) return fromMultikey(publicKeyMultibase);
	if (jwk?.kty === 'RSA' && jwk.n && jwk.e)
		return jwk.n.length >= MIN_RSA_CHARACTERS && jwk.n.length <= MAX_RSA_CHARACTERS
			? { kind: 'rsa', jwk: { kty: 'RSA', n: jwk.n, e: jwk.e } }
			: undefined;
	if (jwk?.kty === 'EC' && jwk.crv === 'P-256' && jwk.x && jwk.y)
		return fromMultikey(p256Multikey({ x: jwk.x, y: jwk.y }));
	if (jwk?.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.x)
		return { kind: 'ed25519', bytes: fromBase64Url(jwk.x) };
	return undefined;
}
