import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { didDocument } from './did-document';
import { rotateKeys, signingKeys, type SigningKeys } from './keys';

const database = vi.hoisted(() => ({ keys: [] as { publicKey: string; kind: string; madeAtMs: number }[] }));
vi.mock('$lib/server/repositories/credentials', () => ({
	keepPublicKey: (key: (typeof database.keys)[number]) => {
		if (!database.keys.some(({ publicKey }) => publicKey === key.publicKey)) database.keys.push(key);
		return Promise.resolve();
	},
	publicKeys: () => Promise.resolve(database.keys)
}));

let file: string;
let starts = 0;
beforeEach(() => {
	database.keys = [];
	file = join(mkdtempSync(join(tmpdir(), 'ban-may-keys-')), 'badge-keys.json');
	vi.stubEnv('BADGE_KEYS', file);
	vi.stubEnv('ORIGIN', 'https://ban-may.example.vn');
	vi.stubEnv('POCKETBASE_STARTS', String(++starts));
});

const mode = () => statSync(file).mode & 0o777;
const publicOf = ({ ed25519, p256 }: SigningKeys) => [ed25519.publicKeyMultibase, p256.publicKeyMultibase];
const listed = async () => JSON.stringify(await didDocument());

test('are made at the first use, for their owner alone, and are the same again', async () => {
	const keys = await signingKeys();
	expect(mode()).toBe(0o600);
	expect(await signingKeys()).toEqual(keys);
	for (const key of publicOf(keys)) expect(await listed()).toContain(key);
});

test('given by file, to a database that never saw them, stand in the DID document', async () => {
	const keys = await signingKeys();
	database.keys = [];
	vi.stubEnv('POCKETBASE_STARTS', String(++starts));
	for (const key of publicOf(keys)) expect(await listed()).toContain(key);
});

test('are replaced without dropping a public one, also those that came by file', async () => {
	const all = [await signingKeys()];
	database.keys = [];
	chmodSync(file, 0o644);
	for (let n = 0; n < 3; n++) all.push(await rotateKeys(n));
	expect(mode()).toBe(0o600);
	expect(await signingKeys()).toEqual(all.at(-1));
	const document = await listed();
	for (const key of all.flatMap(publicOf)) expect(document).toContain(key);
});

test.each(['', '{}', '{"format":1,"ed25519":{},"p256":{"jwk":{}}}'])(
	'%j in the file: said, and nothing written over it',
	async (text) => {
		writeFileSync(file, text);
		await expect(signingKeys()).rejects.toThrow(/Badges cannot be signed/);
		await expect(rotateKeys()).rejects.toThrow(/Badges cannot be signed/);
		expect(readFileSync(file, 'utf8')).toBe(text);
	}
);
