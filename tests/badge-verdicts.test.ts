import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromCompact, toCompact } from '../src/lib/badges/compact';
import { signJwt, signProof } from '../src/lib/badges/server/sign';
import type { Verdict } from '../src/lib/badges/verify/verdict';
import {
	badge,
	check,
	checkWhole,
	DAY_MS,
	DID,
	keys,
	listWith,
	methods,
	NOW,
	PLACE,
	strangers
} from './fixtures/signed-badges';

let unsigned: JsonObject;
let json: string;
let jwt: string;

beforeAll(async () => {
	unsigned = badge();
	json = JSON.stringify(await signProof(unsigned, DID, keys, NOW));
	jwt = await signJwt(unsigned, DID, keys);
});

describe.each([
	['as a JWT', () => jwt],
	['as JSON with a proof', () => json]
])('a badge %s', (_form, text) => {
	test('is true, and says since when its list is known', async () => {
		expect(await checkWhole(text())).toMatchObject({
			verdict: 'true',
			statusAtMs: NOW,
			facts: { title: 'Dùng điện thoại', issuerHost: 'ban-may.example.vn' }
		});
	});

	test('that was taken back is revoked', async () => {
		expect(await check(text(), { '/badges/status/1.jwt': await listWith([PLACE]) })).toBe('revoked');
		expect(await check(text(), { '/badges/status/1.jwt': await listWith([PLACE + 1]) })).toBe('true');
	});

	test('whose list cannot be had, is old, or is signed by another is not called true', async () => {
		const lists: Record<string, string | undefined> = {
			none: undefined,
			old: await listWith([], keys, NOW - 8 * DAY_MS),
			foreign: await listWith([], strangers),
			rubbish: '{}'
		};
		for (const [name, list] of Object.entries(lists))
			expect([name, await check(text(), { '/badges/status/1.jwt': list })]).toEqual([name, 'unchecked']);
	});

	test('whose list is old says how old, and is refused when it stood on it', async () => {
		const old = async (places: number[]) => ({
			'/badges/status/1.jwt': await listWith(places, keys, NOW - 8 * DAY_MS)
		});
		const known = await checkWhole(text(), await old([PLACE + 1]));
		expect(known).toMatchObject({ verdict: 'unchecked', statusAtMs: NOW - 8 * DAY_MS });
		expect(known.steps.at(-1)).toEqual({ name: 'status', outcome: 'unknown' });
		expect(await check(text(), await old([PLACE]))).toBe('revoked');
	});

	test("an issuer's domain that does not answer, or lists other keys, vouches for nobody", async () => {
		expect(await check(text(), { '/.well-known/did.json': undefined })).toBe('issuer');
		const others = JSON.stringify({ ...methods(strangers), alsoKnownAs: [] });
		expect(await check(text(), { '/.well-known/did.json': others })).toBe('issuer');
	});
});

describe('a house without a domain that has replaced its keys', () => {
	test('goes on vouching for what it signed before, and takes it back', async () => {
		const old = `did:key:${keys.p256.publicKeyMultibase}`;
		const now = `did:key:${strangers.p256.publicKeyMultibase}`;
		const text = await signJwt(badge({ issuer: { id: old, type: ['Profile'], name: 'Bản Mây' } }), old, keys);
		const house = JSON.stringify({ ...methods(strangers, 'did:web:localhost'), alsoKnownAs: [old, now] });
		const answers = async (places: number[]) => ({
			'/.well-known/did.json': house,
			'/badges/status/1.jwt': await listWith(places, strangers, NOW, now)
		});
		expect(await check(text, await answers([]))).toBe('true');
		expect(await check(text, await answers([PLACE]))).toBe('revoked');
	});
});

describe('a badge of somebody else', () => {
	test('who also runs Bản Mây is looked up at her list, not at ours', async () => {
		const did = 'did:web:other.example';
		const theirs = `https://other.example/badges/status/1`;
		const entry = {
			id: `${theirs}#${PLACE}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(PLACE),
			statusListCredential: theirs
		};
		const text = await signJwt(
			badge({ issuer: { id: did, type: ['Profile'] }, credentialStatus: entry }),
			did,
			strangers
		);
		const document = JSON.stringify({ ...methods(strangers, did), alsoKnownAs: [] });
		const answers = async (places: number[]) => ({
			'https://other.example/.well-known/did.json': document,
			[theirs]: await listWith(places, strangers, NOW, did)
		});
		expect(await check(text, await answers([]))).toBe('true');
		expect(await check(text, await answers([PLACE]))).toBe('revoked');
	});

	const did = 'did:web:school.example';
	test('is read from the domain it names, over https, and shows that domain', async () => {
		const foreign = badge({
			issuer: { id: did, type: ['Profile'], name: 'School' },
			credentialStatus: undefined
		});
		const text = await signJwt(JSON.parse(JSON.stringify(foreign)) as JsonObject, did, strangers);
		const answers = {
			'https://school.example/.well-known/did.json': JSON.stringify(methods(strangers, did))
		};
		expect(await checkWhole(text, answers)).toMatchObject({
			verdict: 'true',
			facts: { issuerHost: 'school.example' }
		});
		expect(await check(text)).toBe('issuer');
	});

	test('by a bare key is signed by nobody knows whom', async () => {
		const bare = `did:key:${strangers.p256.publicKeyMultibase}`;
		const text = await signJwt(badge({ issuer: { id: bare, type: ['Profile'] } }), bare, strangers);
		expect(await check(text)).toBe('issuer');
	});

	test('with 1EdTech’s own list is asked there', async () => {
		const list = 'https://school.example/revoked.json';
		const entry = { id: list, type: '1EdTechRevocationList' };
		const text = await signJwt(badge({ credentialStatus: entry }), DID, keys);
		const answer = (ids: string[]) => JSON.stringify({ id: list, issuer: DID, revokedCredential: ids });
		expect(await check(text, { [list]: answer([]) })).toBe('true');
		expect(await check(text, { [list]: answer([unsigned['id'] as string]) })).toBe('revoked');
		expect(await check(text)).toBe('unchecked');
	});
});

describe('what is not a true badge', () => {
	const payload = () => ({ ...unsigned, iss: DID, jti: unsigned['id'] as string, sub: 'x' });
	const kid = () => `${DID}#${keys.p256.publicKeyMultibase}`;
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

	test.each<[string, Verdict, () => string | Promise<string>]>([
		['nothing', 'unreadable', () => ''],
		['a sentence', 'unreadable', () => 'Huy hiệu của tôi'],
		['JSON of another kind', 'unreadable', () => '{"type":["VerifiableCredential"]}'],
		['250 kB', 'unreadable', () => JSON.stringify(badge({ x: 'x'.repeat(250_000) }))],
		['a thousand levels', 'unreadable', () => `{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`],
		['a credential without any proof', 'unsigned', () => JSON.stringify(unsigned)],
		[
			'a proof of an unknown kind',
			'unsigned',
			() => JSON.stringify({ ...unsigned, proof: [{ type: 'Trust' }] })
		],
		['alg none', 'unsigned', () => `${part({ alg: 'none', kid: kid() })}.${part(unsigned)}.`],
		[
			'alg none with a signature',
			'unsigned',
			() => `${part({ alg: 'none', kid: kid() })}.${part(unsigned)}.AAAA`
		],
		[
			'HS256 with the public key as the secret',
			'unsigned',
			async () =>
				new SignJWT(payload())
					.setProtectedHeader({ alg: 'HS256', kid: kid() })
					.sign(new TextEncoder().encode(keys.p256.publicKeyMultibase.padEnd(40)))
		],
		[
			'a key in the header alone',
			'unsigned',
			async () => {
				const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
				return new SignJWT({ ...unsigned })
					.setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(publicKey) })
					.sign(privateKey);
			}
		],
		[
			"somebody else's key",
			'issuer',
			() => signJwt(unsigned, `did:key:${strangers.p256.publicKeyMultibase}`, strangers)
		],
		[
			"somebody else's signature under our key's name",
			'changed',
			async () =>
				new SignJWT({ ...unsigned })
					.setProtectedHeader({ alg: 'ES256', kid: kid() })
					.sign(await importJWK(strangers.p256.jwk, 'ES256'))
		],
		[
			'claims that say something else than the badge',
			'changed',
			async () =>
				new SignJWT({ ...unsigned, sub: 'urn:uuid:somebody-else' })
					.setProtectedHeader({ alg: 'ES256', kid: kid() })
					.sign(await importJWK(keys.p256.jwk, 'ES256'))
		],
		['a date long past', 'expired', () => signJwt(badge({ validUntil: '2026-11-01T00:00:00Z' }), DID, keys)],
		['a date to come', 'early', () => signJwt(badge({ validFrom: '2027-11-01T00:00:00Z' }), DID, keys)],
		[
			'two proofs, one of them bad',
			'changed',
			() => {
				const [proof] = (JSON.parse(json) as { proof: JsonObject[] }).proof;
				return JSON.stringify({ ...unsigned, proof: [proof, { ...proof, proofValue: 'z2' }] });
			}
		]
	])('%s: %s', async (_what, verdict, text) => expect(await check(await text())).toBe(verdict));
});

/** Each string, number and key of a value changed once, and each removed once. */
function* mutations(value: unknown): Generator<unknown> {
	if (typeof value === 'string') {
		yield `${value}x`;
		if (value.length > 2) yield value.slice(0, -1) + (value.endsWith('a') ? 'b' : 'a');
	} else if (Array.isArray(value)) {
		for (const [index, one] of value.entries()) {
			for (const changed of mutations(one)) yield value.with(index, changed);
			yield value.toSpliced(index, 1);
		}
		yield [...(value as unknown[]), 'x'];
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, one] of Object.entries(value)) {
			for (const changed of mutations(one)) yield { ...value, [key]: changed };
			const { [key]: _, ...rest } = value as JsonObject;
			yield rest;
		}
		yield { ...value, id: 'urn:x' };
	}
}

describe('a thousand badges that were tampered with', () => {
	test('in their JSON: not one is true', { timeout: 120_000 }, async () => {
		const { proof, ...document } = JSON.parse(json) as JsonObject;
		const before = JSON.stringify(document);
		const all = [...mutations(document)].map((changed) => ({ ...(changed as JsonObject), proof }));
		const proofs = [...mutations((proof as JsonObject[])[0])].map((changed) => ({
			...document,
			proof: [changed]
		}));
		expect(JSON.stringify(document)).toBe(before);
		expect(all.length + proofs.length).toBeGreaterThan(130);
		const verdicts = [];
		for (const one of [...all, ...proofs]) verdicts.push(await check(JSON.stringify(one)));
		expect(verdicts.filter((verdict) => verdict === 'true')).toEqual([]);
	});

	test('in their JWT, letter by letter: not one is true', { timeout: 120_000 }, async () => {
		const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const step = Math.max(1, Math.floor(jwt.length / 900));
		let tried = 0;
		for (let at = 0; at < jwt.length; at += step) {
			if (jwt[at] === '.') continue;
			const other = LETTERS[(LETTERS.indexOf(jwt[at] ?? '') + 1 + (at % 60)) % 64] ?? 'A';
			expect([at, await check(jwt.slice(0, at) + other + jwt.slice(at + 1))]).not.toEqual([at, 'true']);
			tried++;
		}
		expect(tried).toBeGreaterThan(850);
	});

	test('in their QR code: none comes out as another true one', async () => {
		const compact = toCompact(jwt);
		for (let at = 1; at < compact.length; at += 3) {
			const changed = compact.slice(0, at) + (compact[at] === 'A' ? 'B' : 'A') + compact.slice(at + 1);
			const text = fromCompact(changed);
			if (text !== undefined && text !== jwt) expect(await check(text)).not.toBe('true');
		}
	});
});
