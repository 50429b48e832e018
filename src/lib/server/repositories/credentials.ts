import { ClientResponseError } from 'pocketbase';
import { pbCall, pocketbase } from '../pocketbase';

/** A badge with what was signed of it; `credential` and `jwt` are '' until then. */
export type BadgeRecord = {
	id: string;
	learner: string;
	course: string;
	earnedAtMs: number;
	issuedAtMs: number;
	signedAtMs: number;
	/** The signed JSON, byte for byte. */
	credential: string;
	jwt: string;
	statusIndex: number;
	revokedAtMs: number;
	revokedWhy: string;
	nameSalt: string;
	/** Her name as it was signed, or as it is now. */
	holder: string;
	/** Of her group, as it is now; `patternOf` reads it. */
	pattern: unknown;
};
export type SignedParts = {
	subject: string;
	holder: string;
	nameSalt: string;
	statusIndex: number;
	credential: string;
	jwt: string;
};

export const badgeById = (id: string): Promise<BadgeRecord | null> =>
	pbCall('GET', `/api/banmay/badges/${id}`);

/** Keeps what was signed; who comes second gets what the first one signed. `taken`: choose another place. */
export async function keepCredential(id: string, parts: SignedParts): Promise<BadgeRecord | 'taken'> {
	try {
		return await pbCall<BadgeRecord>('POST', `/api/banmay/badges/${id}/credential`, parts);
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 409) return 'taken';
		throw cause;
	}
}

/** Takes a badge back for a reason that is shown to whoever checks it. */
export const revokeBadge = (id: string, why: string): Promise<unknown> =>
	pbCall('POST', `/api/banmay/badges/${id}/revoke`, { why });

export const revokedPlaces = (): Promise<number[]> => pbCall('GET', '/api/banmay/badges-revoked');

export type PublicKeyRecord = { publicKey: string; kind: string; madeAtMs: number };

/** Every public key that this server has ever signed with. */
export async function publicKeys(): Promise<PublicKeyRecord[]> {
	const pb = await pocketbase();
	return pb.collection('badge_keys').getFullList<PublicKeyRecord>({ sort: 'madeAtMs' });
}

/** Notes a public key for ever; harmless when it is known. */
export async function keepPublicKey(key: PublicKeyRecord): Promise<void> {
	try {
		await (await pocketbase()).collection('badge_keys').create(key);
	} catch (cause) {
		const isKnown = cause instanceof ClientResponseError && cause.status === 400;
		if (!isKnown) throw cause;
	}
}
