import { fromBase64Url, fromMultikey, p256Multikey, toMultikey, type PublicKey } from '../multikey';
import { listOf } from './shape';

type Method = {
	id?: string;
	type?: string;
	controller?: string;
	publicKeyMultibase?: string;
	publicKeyJwk?: JsonWebKey;
};
export type DidDocument = {
	id?: string;
	verificationMethod?: Method[];
	assertionMethod?: (string | Method)[];
};

/** `known`: the key is that issuer's, by a document of the issuer's own domain that was seen. `bare`: the signature
 * can be checked with it, but nobody says whose it is. */
export type FoundKey =
	| { kind: 'known' | 'bare'; key: PublicKey; method: string }
	| { kind: 'none'; why: 'foreign' | 'unreachable' | 'unknown' };

/** Reads a DID document, from what is known already or over https; undefined when it cannot be had. */
export type ReadDid = (did: string) => Promise<DidDocument | undefined>;

/**
 * The key that a signature names. It must be the issuer's own: a key of somebody else says nothing about the issuer
 * (its controller must be the issuer, Open Badges 3.0, 8.3).
 * @param method the address of the key, in `kid` or `verificationMethod`
 */
export async function findKey(method: string, issuer: string, readDid: ReadDid): Promise<FoundKey> {
	const [did = '', fragment = ''] = method.split('#');
	if (did !== issuer) return { kind: 'none', why: 'foreign' };
	const carried = fromMultikey(fragment);
	if (did.startsWith('did:key:')) {
		const key = fromMultikey(did.slice('did:key:'.length));
		if (!key || (carried && toMultikey(carried) !== toMultikey(key))) return { kind: 'none', why: 'unknown' };
		const isKnown = (await readDid(did)) !== undefined;
		return { kind: isKnown ? 'known' : 'bare', key, method };
	}
	const document = await readDid(did);
	if (!document)
		return carried ? { kind: 'bare', key: carried, method } : { kind: 'none', why: 'unreachable' };
	const found = methodIn(document, did, method);
	const key = found && keyOf(found);
	return key ? { kind: 'known', key, method } : { kind: 'none', why: 'unknown' };
}

/** The method of this address, if the issuer lets it make statements. */
function methodIn(document: DidDocument, did: string, id: string): Method | undefined {
	if (document.id !== did) return undefined;
	const absolute = (one: string | undefined) => (one?.startsWith('#') ? did + one : one);
	const method = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].find(
		(one): one is Method => typeof one === 'object' && absolute(one.id) === id
	);
	const isControlled = method?.controller === undefined || method.controller === did;
	const mayAssert = listOf(document.assertionMethod).some(
		(one) => absolute(typeof one === 'string' ? one : one.id) === id
	);
	return isControlled && mayAssert ? method : undefined;
}

function keyOf({ publicKeyMultibase, publicKeyJwk: jwk }: Method): PublicKey | undefined {
	if (publicKeyMultibase) return fromMultikey(publicKeyMultibase);
	if (jwk?.kty === 'EC' && jwk.crv === 'P-256' && jwk.x && jwk.y)
		return fromMultikey(p256Multikey({ x: jwk.x, y: jwk.y }));
	if (jwk?.kty === 'OKP' && jwk.crv === 'Ed25519' && jwk.x)
		return { kind: 'ed25519', bytes: fromBase64Url(jwk.x) };
	return undefined;
}
