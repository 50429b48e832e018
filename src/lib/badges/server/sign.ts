import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { importJWK, SignJWT } from 'jose';
import { documentLoader } from '../contexts';
import { instant } from '../credential';
import { methodOf } from './issuer';
import type { SigningKeys } from './keys';

/** Signs with a Data Integrity proof (eddsa-rdfc-2022). The proof is a list: 1EdTech's schema wants one. */
export async function signProof(
	unsigned: JsonObject,
	did: string,
	keys: SigningKeys,
	atMs: number
): Promise<JsonObject> {
	const id = methodOf(did, keys.ed25519.publicKeyMultibase);
	const pair = await Ed25519.from({ type: 'Multikey', id, controller: did, ...keys.ed25519 });
	const suite = new DataIntegrityProof({ signer: pair.signer(), date: instant(atMs), cryptosuite });
	const { proof, ...signed } = await vc.issue({
		// The library writes into what it is given.
		credential: structuredClone(unsigned),
		suite,
		documentLoader: documentLoader(),
		now: new Date(atMs)
	});
	return { ...signed, proof: [proof] };
}

/**
 * Signs as a JWT (Open Badges 3.0, 8.2): the payload is the credential itself, with the claims that name what stands
 * in it once more. `kid` carries the key, `typ` says what it is; nothing else may stand in the header.
 */
export async function signJwt(unsigned: JsonObject, did: string, keys: SigningKeys): Promise<string> {
	const { id, validFrom, credentialSubject } = unsigned as {
		id: string;
		validFrom: string;
		credentialSubject: { id?: string };
	};
	const sub = credentialSubject.id;
	return new SignJWT({ ...unsigned, iss: did, jti: id, ...(sub ? { sub } : {}) })
		.setNotBefore(Math.floor(Date.parse(validFrom) / 1000))
		.setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: methodOf(did, keys.p256.publicKeyMultibase) })
		.sign(await importJWK(keys.p256.jwk, 'ES256'));
}
