import { algorithms, type AlgorithmNumber, type PublicKey } from '../../domain/carry/keys';
import { db } from '../database';
import type { DeviceKeyRow } from '../rows';

/**
 * The key that a device signs with, made now if it has none; two tabs get the same. Its private half cannot be read
 * out: a copy of the database is no copy of the key, except on the same phone.
 * @returns undefined where this browser cannot sign or not keep a key (no https, private mode)
 */
export async function keyOfDevice(device: string): Promise<DeviceKeyRow | undefined> {
	const known = await db.deviceKeys.get(device);
	if (known) return known;
	try {
		const made = await newKey();
		return await db.transaction('rw', db.deviceKeys, async () => {
			const sooner = await db.deviceKeys.get(device);
			if (sooner) return sooner;
			const row: DeviceKeyRow = { ...made, device, namedAtMs: null };
			await db.deviceKeys.add(row);
			return row;
		});
	} catch {
		return undefined;
	}
}

async function newKey(): Promise<PublicKey & { privateKey: CryptoKey }> {
	return make(1).catch(() => make(2));
}

async function make(algorithm: AlgorithmNumber): Promise<PublicKey & { privateKey: CryptoKey }> {
	const { subtle } = globalThis.crypto;
	const uses: KeyUsage[] = ['sign', 'verify'];
	const pair = (await subtle.generateKey(algorithms[algorithm].key, false, uses)) as CryptoKeyPair;
	const bytes = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
	return { algorithm, bytes, privateKey: pair.privateKey };
}
