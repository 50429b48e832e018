import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { badgeById, keepCredential, type BadgeRecord } from '$lib/server/repositories/credentials';
import { achievementOf } from '../achievement';
import { buildCredential, STATUS_PLACES } from '../credential';
import { nameHash } from '../name-hash';
import { badgeOrigin, issuerOf } from './issuer';
import { signingKeys } from './keys';
import { signJwt, signProof } from './sign';

/** With a thousand badges one try in 130 meets a taken place. */
const TRIES = 20;
const ID = /^[a-z0-9]{26}$/;

/** A badge with its credential; signed now when it was not yet, and never twice. Undefined: there is none. */
export async function signedBadge(id: string): Promise<BadgeRecord | undefined> {
	const known = ID.test(id) ? await badgeById(id) : null;
	if (!known) return undefined;
	return known.signedAtMs > 0 ? known : sign(known);
}

async function sign(badge: BadgeRecord): Promise<BadgeRecord | undefined> {
	const achievement = achievementOf(await currentCatalog(), badge.course);
	// What was taken away cannot be described any more; its badges that are signed stay.
	if (!achievement) return undefined;
	const keys = await signingKeys();
	const nameSalt = randomBytes(16).toString('base64url');
	const facts = {
		id: badge.id,
		origin: badgeOrigin(),
		achievement,
		subject: `urn:uuid:${randomUUID()}`,
		nameHash: badge.holder ? await nameHash(badge.holder, nameSalt) : null,
		issuedAtMs: badge.issuedAtMs
	};
	// What stands in a square that a cheap camera reads names one framework; wallets and other systems get all.
	const short = { achievement: { ...achievement, alignments: achievement.alignments.slice(0, 1) } };
	for (let attempt = 0; attempt < TRIES; attempt++) {
		const statusIndex = randomInt(STATUS_PLACES);
		const proofIssuer = issuerOf(keys.ed25519.publicKeyMultibase);
		const jwtIssuer = issuerOf(keys.p256.publicKeyMultibase);
		const byProof = buildCredential({ ...facts, statusIndex, issuer: proofIssuer });
		const byJwt = buildCredential({ ...facts, ...short, statusIndex, issuer: jwtIssuer });
		const kept = await keepCredential(badge.id, {
			subject: facts.subject,
			holder: badge.holder,
			nameSalt,
			statusIndex,
			credential: JSON.stringify(await signProof(byProof, proofIssuer.did, keys, badge.issuedAtMs)),
			jwt: await signJwt(byJwt, jwtIssuer.did, keys)
		});
		if (kept !== 'taken') return kept;
	}
	throw new Error(`No free place in the status list after ${TRIES} tries.`);
}

/**
 * The same badge signed in the name of the key alone (`did:key`): it can be checked when the domain is lost. Made when
 * it is asked for; the facts are those that were signed.
 */
export async function signedByKey({
	credential,
	issuedAtMs
}: BadgeRecord): Promise<{ json: string; jwt: string }> {
	const { proof: _, ...facts } = JSON.parse(credential) as JsonObject & { issuer: JsonObject };
	const keys = await signingKeys();
	const named = (did: string) => ({ ...facts, issuer: { ...facts.issuer, id: did } });
	const didOf = ({ publicKeyMultibase }: { publicKeyMultibase: string }) => `did:key:${publicKeyMultibase}`;
	const [proofDid, jwtDid] = [didOf(keys.ed25519), didOf(keys.p256)];
	return {
		json: JSON.stringify(await signProof(named(proofDid), proofDid, keys, issuedAtMs)),
		jwt: await signJwt(named(jwtDid), jwtDid, keys)
	};
}
