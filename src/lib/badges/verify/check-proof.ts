import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { documentLoader, pinnedContexts } from '../contexts';
import { toMultikey } from '../multikey';
import { goodBy, type Signature } from './check-jwt';
import { findKey, type ReadDid } from './find-key';
import { hasPlainTerms } from './plain-terms';

type Proof = { type?: string; cryptosuite?: string; proofPurpose?: string; verificationMethod?: string };

/**
 * Checks a Data Integrity proof (eddsa-rdfc-2022) by canonical RDF. 60 kB of libraries: import this file only when
 * there is such a proof. The key is found as `findKey` says and handed to the library; it fetches nothing.
 * @param proof one of the credential's proofs
 */
export async function checkProof(
	document: Record<string, unknown>,
	proof: Proof,
	issuer: string,
	readDid: ReadDid
): Promise<Signature> {
	if (proof.type !== 'DataIntegrityProof' || proof.cryptosuite !== 'eddsa-rdfc-2022')
		return { kind: 'unsupported', why: proof.cryptosuite ?? proof.type ?? '' };
	if (proof.proofPurpose !== 'assertionMethod' || typeof proof.verificationMethod !== 'string')
		return { kind: 'changed' };
	if (!hasPlainTerms(document, pinnedContexts) || !hasPlainTerms(proof, pinnedContexts))
		return { kind: 'unsupported', why: 'context' };
	const found = await findKey(proof.verificationMethod, issuer, readDid);
	if (found.kind === 'none') return { kind: 'issuer', why: found.why };
	if (found.key.kind !== 'ed25519') return { kind: 'unsupported', why: found.key.kind };
	const method = {
		'@context': 'https://w3id.org/security/multikey/v1',
		id: found.method,
		type: 'Multikey',
		controller: issuer,
		publicKeyMultibase: toMultikey(found.key)
	};
	const controller = { '@context': VOCABULARIES, id: issuer, assertionMethod: [found.method] };
	const known = new Map<string, unknown>([
		[found.method, method],
		[issuer, controller]
	]);
	try {
		const { verified } = await vc.verifyCredential({
			credential: { ...structuredClone(document), proof: structuredClone(proof) },
			suite: new DataIntegrityProof({ cryptosuite }),
			documentLoader: documentLoader(known),
			// Dates and status are looked at by `checkBadge`, which says which of them it was.
			now: new Date(Date.parse(String(document['validFrom'] ?? '')) || Date.now()),
			checkStatus: () => Promise.resolve({ verified: true })
		});
		return verified ? goodBy(found) : { kind: 'changed' };
	} catch {
		return { kind: 'changed' };
	}
}

const VOCABULARIES = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];
