import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { isServersKey, serverKeyPair } from '$lib/server/server-keys';
import { canonicalJson } from '../canonical-json';
import type { Manifest, SignedManifest } from './manifest';

/** A pack's signature can never be taken for anything else that this key signs. */
const CONTEXT = 'ban-may-pack-v1\n';
const bytesOf = (manifest: Manifest) => new TextEncoder().encode(CONTEXT + canonicalJson(manifest));

/** Signs with the key that signs this server's badges. */
export async function signManifest(
	unsigned: Omit<Manifest, 'signer'>,
	origin: string
): Promise<SignedManifest> {
	const ed25519 = await serverKeyPair();
	const manifest: Manifest = { ...unsigned, signer: { origin, publicKey: ed25519.publicKeyMultibase } };
	const pair = await Ed25519.from({ type: 'Multikey', id: origin, controller: origin, ...ed25519 });
	const signature = await pair.signer().sign({ data: bytesOf(manifest) });
	return { ...manifest, signature: Buffer.from(signature).toString('base64url') };
}

/** Whether the manifest is what the key in it signed. Whose key that is, is another question: `isOurs`. */
export async function isSigned({ signature, ...manifest }: SignedManifest): Promise<boolean> {
	const { publicKey, origin } = manifest.signer;
	try {
		const pair = await Ed25519.from({
			type: 'Multikey',
			id: origin,
			controller: origin,
			publicKeyMultibase: publicKey
		});
		const given = new Uint8Array(Buffer.from(signature, 'base64url'));
		const verifier = pair.verifier() as {
			verify(of: { data: Uint8Array; signature: Uint8Array }): Promise<boolean>;
		};
		return await verifier.verify({ data: bytesOf(manifest), signature: given });
	} catch {
		return false;
	}
}

/** Whether this server signed it, with its key of now or an older one. */
export const isOurs = ({ signer }: Pick<Manifest, 'signer'>): Promise<boolean> =>
	isServersKey(signer.publicKey);
