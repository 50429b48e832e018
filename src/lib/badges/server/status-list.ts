import { createCredential, createList, VC_BSL_VC_V2_CONTEXT } from '@digitalbazaar/vc-bitstring-status-list';
import { revokedPlaces } from '$lib/server/repositories/credentials';
import { instant, statusListUrl, STATUS_PLACES } from '../credential';
import { badgeOrigin, issuerOf } from './issuer';
import { signingKeys } from './keys';
import { signJwt, signProof } from './sign';

/** How long a verifier may rely on a list that it has. */
const LASTS_MS = 7 * 86_400_000;
/** A list is signed anew when something was revoked, and once an hour. */
const KEPT_MS = 3_600_000;

export type StatusList = { json: string; jwt: string; revoked: string; atMs: number };
const kept: { list: StatusList | null } = { list: null };

/** The signed Bitstring Status List of all badges (W3C Bitstring Status List 1.0), in both forms. */
export async function statusList(now = Date.now()): Promise<StatusList> {
	const places = await revokedPlaces();
	const revoked = places.join();
	if (kept.list && kept.list.revoked === revoked && now - kept.list.atMs < KEPT_MS) return kept.list;
	const list = await createList({ length: STATUS_PLACES });
	for (const place of places) list.setStatus(place, true);
	const id = statusListUrl(badgeOrigin());
	const keys = await signingKeys();
	const base = await createCredential({
		id,
		list,
		statusPurpose: 'revocation',
		context: VC_BSL_VC_V2_CONTEXT
	});
	const unsigned = (key: string): JsonObject => {
		const { did } = issuerOf(key);
		return { ...base, id, issuer: did, validFrom: instant(now), validUntil: instant(now + LASTS_MS) };
	};
	const { ed25519, p256 } = keys;
	const json = JSON.stringify(
		await signProof(unsigned(ed25519.publicKeyMultibase), issuerOf(ed25519.publicKeyMultibase).did, keys, now)
	);
	const jwt = await signJwt(unsigned(p256.publicKeyMultibase), issuerOf(p256.publicKeyMultibase).did, keys);
	return (kept.list = { json, jwt, revoked, atMs: now });
}
