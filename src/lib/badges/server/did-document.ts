import { fromMultikey, jwkOf } from '../multikey';
import { badgeOrigin, methodOf, webDid } from './issuer';
import { knownPublicKeys } from './keys';

/** Who this server is and every key that it has ever signed with (https://www.w3.org/TR/did-1.0, did:web): a key
 * that was replaced goes on standing here, or its badges could no longer be checked. */
export async function didDocument(): Promise<JsonObject> {
	const origin = badgeOrigin();
	const keys = await knownPublicKeys();
	const did = webDid(origin);
	const methods = keys.map(({ publicKey, kind }) => ({
		id: methodOf(did, publicKey),
		controller: did,
		...(kind === 'p256'
			? { type: 'JsonWebKey', publicKeyJwk: jwk(publicKey) }
			: { type: 'Multikey', publicKeyMultibase: publicKey })
	}));
	return {
		'@context': [
			'https://www.w3.org/ns/did/v1',
			'https://w3id.org/security/multikey/v1',
			'https://w3id.org/security/jwk/v1'
		],
		id: did,
		alsoKnownAs: keys.map(({ publicKey }) => `did:key:${publicKey}`),
		verificationMethod: methods,
		assertionMethod: methods.map(({ id }) => id)
	};
}

function jwk(publicKey: string) {
	const key = fromMultikey(publicKey);
	return key && jwkOf(key);
}
