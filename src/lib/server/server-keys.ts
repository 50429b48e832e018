import { knownPublicKeys, signingKeys } from '$lib/badges/server/keys';

/** The pair that this server signs with now (Ed25519, as multikeys), for whatever else than badges it signs. */
export const serverKeyPair = async () => (await signingKeys()).ed25519;

/** Whether this server ever signed with this key. */
export const isServersKey = async (publicKey: string): Promise<boolean> =>
	(await knownPublicKeys()).some((known) => known.publicKey === publicKey);
