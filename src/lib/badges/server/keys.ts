import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as Ed25519 from '@digitalbazaar/ed25519-multikey';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { env } from '$lib/server/env';
import { keepPublicKey, publicKeys } from '$lib/server/repositories/credentials';
import { p256Multikey } from '../multikey';

/** The server's secret keys, in DATA_DIR/badge-keys.json or where BADGE_KEYS says; its owner alone reads them. */
type KeyFile = {
	format: 1;
	madeAtMs: number;
	/** For Data Integrity proofs. */
	ed25519: { publicKeyMultibase: string; secretKeyMultibase: string };
	/** For VC-JWTs. */
	p256: { publicKeyMultibase: string; jwk: JWK };
};
export type SigningKeys = KeyFile;

/**
 * The keys to sign with; made at the first use. Their public halves are noted in the database for ever.
 * @throws when the file is there and cannot be read: new keys are never made over it
 */
export async function signingKeys(): Promise<SigningKeys> {
	if (!existsSync(env.badgeKeysFile)) return make();
	const keys = read();
	// Given by file, or a database from before they were made: the DID document must list them all the same.
	const now = `${env.pocketbase.starts} ${keys.ed25519.publicKeyMultibase} ${keys.p256.publicKeyMultibase}`;
	if (noted.keys !== now) await noteAll(keys);
	noted.keys = now;
	return keys;
}

/** Which keys were noted in which run of PocketBase: it may come back with an older database. */
const noted = { keys: '' };

/** Signs with new keys from now on; what the old ones signed goes on being true. */
export async function rotateKeys(now = Date.now()): Promise<SigningKeys> {
	await noteAll(await signingKeys());
	const keys = await newKeys(now);
	// Known before anything is signed with them; and the file is the old one or the new one, never half of it.
	await noteAll(keys);
	const beside = `${env.badgeKeysFile}.new`;
	rmSync(beside, { force: true });
	writeFileSync(beside, text(keys), { mode: 0o600, flag: 'wx' });
	renameSync(beside, env.badgeKeysFile);
	return keys;
}

/** Multikeys of all keys that this server ever signed with, the newest last. */
export async function knownPublicKeys(): Promise<{ publicKey: string; kind: string }[]> {
	await signingKeys();
	return publicKeys();
}

async function make(): Promise<SigningKeys> {
	const keys = await newKeys(Date.now());
	try {
		writeFileSync(env.badgeKeysFile, text(keys), { mode: 0o600, flag: 'wx' });
	} catch (cause) {
		// Another call was faster.
		if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return read();
		throw cause;
	}
	await noteAll(keys);
	return keys;
}

async function newKeys(madeAtMs: number): Promise<SigningKeys> {
	const pair = await Ed25519.generate();
	const { publicKeyMultibase, secretKeyMultibase = '' } = await pair.export({
		publicKey: true,
		secretKey: true
	});
	const { privateKey } = await generateKeyPair('ES256', { extractable: true });
	const jwk = await exportJWK(privateKey);
	const { x = '', y = '' } = jwk;
	return {
		format: 1,
		madeAtMs,
		ed25519: { publicKeyMultibase, secretKeyMultibase },
		p256: { publicKeyMultibase: p256Multikey({ x, y }), jwk }
	};
}

async function noteAll({ madeAtMs, ed25519, p256 }: SigningKeys): Promise<void> {
	await keepPublicKey({ publicKey: ed25519.publicKeyMultibase, kind: 'ed25519', madeAtMs });
	await keepPublicKey({ publicKey: p256.publicKeyMultibase, kind: 'p256', madeAtMs });
}

function read(): SigningKeys {
	const file = env.badgeKeysFile;
	try {
		const keys = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
		if (keys.format === 1 && keys.ed25519.secretKeyMultibase && keys.p256.jwk.d) return keys;
	} catch (cause) {
		throw new Error(`${file} cannot be read: put it back from a backup. Badges cannot be signed.`, { cause });
	}
	throw new Error(`${file} holds no badge keys: put it back from a backup. Badges cannot be signed.`);
}

const text = (keys: SigningKeys) => `${JSON.stringify(keys, null, '\t')}\n`;
