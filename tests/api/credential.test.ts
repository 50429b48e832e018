import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeProtectedHeader, importJWK, jwtVerify, type JWK } from 'jose';
import { unbakePng, unbakeSvg } from '$lib/badges/bake';
import { fromCompact, toCompact } from '$lib/badges/compact';
import { pinnedContexts as contexts } from '$lib/badges/contexts';
import { fromMultikey, jwkOf } from '$lib/badges/multikey';
import { nameHash } from '$lib/badges/name-hash';
import type { Catalog, CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import type { SignedBadge } from '$lib/domain/badge';
import { revokeBadge } from '$lib/server/repositories/credentials';
import { encode } from 'uqr';
import { openBadgeSchema } from '../interop/badge-schema';
import { venv } from '../interop/venv';
import { Browser } from './browser';
import { newVillage, type Woman } from './people';
import { answered, completed, Phone } from './phone';

// The package is CommonJS, and its types say otherwise.
const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => Ajv2020;

let course: CatalogCourse;
beforeAll(async () => {
	course = ((await (await new Browser().fetch('/api/catalog')).json()) as Catalog)
		.courses[0] as CatalogCourse;
});

/** A woman who has just earned the first course's badge, on a phone that may show it. */
async function holder(): Promise<{ woman: Woman; phone: Phone; id: string }> {
	const woman = (await newVillage(1)).women[0] as Woman;
	const phone = await new Phone().join(woman);
	const learnt = lessonsOf(course).flatMap(({ slug, questions }) => [
		...questions.map((n) => answered(n, true, slug)),
		completed(slug)
	]);
	const { changes } = await phone.sync(phone.events(...learnt));
	return { woman, phone, id: changes.badges[0]!.id };
}

type Credential = {
	issuer: { id: string };
	credentialSubject: { id: string; identifier: { identityHash: string }[]; achievement: { name: string } };
	credentialStatus: { statusListIndex: string; statusListCredential: string };
	proof: { type: string; cryptosuite: string; verificationMethod: string }[];
};
type DidDocument = { verificationMethod: { id: string; publicKeyJwk?: JWK; publicKeyMultibase?: string }[] };
const get = async (path: string) => new Browser().fetch(path);
/** The public frameworks that something is aligned to. */
const frameworksIn = (told: unknown) =>
	[...JSON.stringify(told).matchAll(/"targetFramework":"([^"]+)"/g)].map(([, name]) => name);
const readJson = async <T>(path: string): Promise<T> => (await (await get(path)).json()) as T;

describe('a signed badge', () => {
	test('is there in every form as soon as it is earned, the same each time, and names her nowhere', async () => {
		const { woman, id } = await holder();
		const first = await (await get(`/badges/${id}.json`)).text();
		expect(await (await get(`/badges/${id}.json`)).text()).toBe(first);
		const credential = JSON.parse(first) as Credential;
		expect(credential.credentialSubject.achievement.name).toBe(course.title.vi!.text);
		expect(credential.proof).toMatchObject([{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022' }]);
		expect(frameworksIn(credential)).toEqual(['DigComp 2.2', 'ESCO']);
		expect(frameworksIn(await readJson(`/achievements/${course.slug}`))).toEqual(['DigComp 2.2', 'ESCO']);
		expect(credential.proof[0]!.verificationMethod.startsWith(`${credential.issuer.id}#z6Mk`)).toBe(true);
		expect(credential.credentialSubject.id).toMatch(/^urn:uuid:/);

		const jwt = await (await get(`/badges/${id}.jwt`)).text();
		const svg = await (await get(`/badges/${id}.svg`)).text();
		const png = new Uint8Array(await (await get(`/badges/${id}.png`)).arrayBuffer());
		expect(unbakeSvg(svg)).toBe(first);
		expect(unbakePng(png)).toBe(first);
		expect(png.length).toBeLessThan(150_000);
		for (const text of [first, jwt, atob(jwt.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')), svg]) {
			expect(text).not.toContain(woman.name);
			expect(text).not.toContain(woman.id);
			expect(text.toLowerCase()).not.toContain('certified');
		}
	});

	test('as a JWT is checked with the key in the DID document, also by other sites', async () => {
		const { id } = await holder();
		const answer = await get(`/badges/${id}.jwt`);
		expect(answer.headers.get('access-control-allow-origin')).toBe('*');
		const jwt = await answer.text();
		const { kid } = decodeProtectedHeader(jwt);
		const did = await readJson<DidDocument>('/.well-known/did.json');
		const key = kid?.split('#')[1];
		const method = did.verificationMethod.find((one) => one.id.endsWith(`#${key}`));
		const { payload } = await jwtVerify(jwt, await importJWK(method!.publicKeyJwk!, 'ES256'));
		expect(frameworksIn(payload), 'short enough for a square').toEqual(['DigComp 2.2']);
		expect(payload.jti).toContain(`/badges/${id}`);
		expect(payload.sub).toBe((payload['credentialSubject'] as { id: string }).id);
	});

	test('fits into a QR code of a few rows, whole, and comes out as it was signed', async () => {
		const { id } = await holder();
		const jwt = await (await get(`/badges/${id}.jwt`)).text();
		const link = `https://ban-may.example.vn/verify#${toCompact(jwt)}`;
		const { version } = encode(link, { ecc: 'L', boostEcc: false });
		expect(version).toBeLessThanOrEqual(25);
		expect(fromCompact(toCompact(jwt))).toBe(jwt);
	});

	test("has the specification's fields and no other, in their order and number", async () => {
		const { id } = await holder();
		const ajv = addFormats(new Ajv2020({ allErrors: true, strict: false }));
		const isValid = ajv.compile(openBadgeSchema);
		const credential = await readJson<Record<string, unknown>>(`/badges/${id}.json`);
		expect(isValid(credential) || isValid.errors).toBe(true);
		for (const changed of [
			{ ...credential, proof: undefined },
			{ ...credential, x: 1 }
		])
			expect(isValid(JSON.parse(JSON.stringify(changed)))).toBe(false);
	});

	test(
		'is found true, and tampered ones false, by a program that shares no code with ours',
		{ timeout: 600_000 },
		async () => {
			const { id } = await holder();
			const bin = await venv('badge', ['PyLD==3.3.0', 'cryptography==50.0.2', 'base58==2.1.1']);
			const check = async () => {
				const given = {
					contexts: Object.fromEntries([...contexts]),
					did: await readJson('/.well-known/did.json'),
					credential: await readJson(`/badges/${id}.json`),
					jwt: await (await get(`/badges/${id}.jwt`)).text(),
					list: await readJson('/badges/status/1')
				};
				return runPython(join(bin, 'python'), given);
			};
			const found = { proof: true, 'tampered proof': false, jwt: true, 'tampered jwt': false, list: true };
			expect(await check()).toEqual({ ...found, revoked: false });
			await revokeBadge(id, 'Bài làm hộ');
			expect(await check()).toEqual({ ...found, revoked: true });
		}
	);

	test('is taken back in the status list, for everybody at once, and stays what it was otherwise', async () => {
		const { id } = await holder();
		const { credentialStatus } = await readJson<Credential>(`/badges/${id}.json`);
		const place = Number(credentialStatus.statusListIndex);
		expect(new URL(credentialStatus.statusListCredential).pathname).toBe('/badges/status/1');
		expect(await isSet(place)).toBe(false);
		await revokeBadge(id, 'Bài làm hộ');
		expect(await isSet(place)).toBe(true);
		expect((await get(`/badges/${id}.json`)).status).toBe(200);
	});

	test("gives her name's salt to her own phone alone", async () => {
		const { woman, phone, id } = await holder();
		const mine = await phone.browser.fetch(`/api/badges/${id}?device=${phone.device}`);
		const { jwt, holder: name, nameSalt } = (await mine.json()) as SignedBadge;
		expect(name).toBe(woman.name);
		const { credentialSubject } = await readJson<Credential>(`/badges/${id}.json`);
		expect(credentialSubject.identifier[0]!.identityHash).toBe(await nameHash(name, nameSalt));
		expect(jwt).toBe(await (await get(`/badges/${id}.jwt`)).text());

		const other = await holder();
		const tries = [
			get(`/api/badges/${id}?device=${phone.device}`),
			other.phone.browser.fetch(`/api/badges/${id}?device=${other.phone.device}`),
			other.phone.browser.fetch(`/api/badges/${id}?device=${phone.device}`),
			get(`/api/badges/${id}`)
		];
		for (const response of await Promise.all(tries)) {
			expect([400, 401, 404]).toContain(response.status);
			expect(await response.text()).not.toContain(nameSalt);
		}
	});

	test('has a form in the name of the key alone, which is checked when the domain is lost', async () => {
		const { id } = await holder();
		const jwt = await (await get(`/badges/${id}.jwt?issuer=key`)).text();
		const { kid } = decodeProtectedHeader(jwt);
		const [did, key] = kid!.split('#');
		expect(did).toBe(`did:key:${key}`);
		const { payload } = await jwtVerify(jwt, await importJWK(jwkOf(fromMultikey(key!)!)!, 'ES256'));
		const stored = await readJson<Credential>(`/badges/${id}.json`);
		expect(payload['credentialSubject']).toEqual(stored.credentialSubject);
		expect((await readJson<Credential>(`/badges/${id}.json?issuer=key`)).issuer.id).toMatch(/^did:key:z6Mk/);
	});

	test('that the server does not yet support is not signed; she is told which lessons lack', async () => {
		const woman = (await newVillage(1)).women[0] as Woman;
		const phone = await new Phone().join(woman);
		const [first, ...others] = lessonsOf(course);
		const learnt = others.flatMap(({ slug, questions }) => [
			...questions.map((n) => answered(n, true, slug)),
			completed(slug)
		]);
		expect((await phone.sync(phone.events(...learnt))).changes.badges).toEqual([]);
		const ask = (browser: Browser, device: string) =>
			browser.fetch(`/api/badges/missing?device=${device}&badge=${course.slug}`);
		expect(await (await ask(phone.browser, phone.device)).json()).toEqual({
			lessons: [first!.slug],
			evidence: []
		});
		expect((await ask(new Browser(), phone.device)).status).toBe(401);
		expect((await phone.browser.fetch(`/api/badges/missing?device=${phone.device}&badge=x`)).status).toBe(
			404
		);
	});

	test.each(['nothing.json', `${'a'.repeat(26)}.json`, `${'a'.repeat(26)}.exe`, '..%2f..%2fsecrets.json'])(
		'%s is none',
		async (file) => expect((await get(`/badges/${file}`)).status).toBe(404)
	);

	test.each([
		{ what: 'ids', path: (n: number) => `/badges/${n}.json`, other: 404 },
		{ what: 'pages to print', path: (n: number) => `/badges/${n}/print`, other: 404 },
		{ what: 'achievements', path: (n: number) => `/achievements/made-${n}`, other: 404 },
		{ what: 'status lists', path: (n: number) => `/badges/status/${n}`, other: 404 },
		{ what: 'the status list', path: () => '/badges/status/1.jwt', other: 200 },
		{ what: 'other phones', path: (n: number) => `/api/badges/${n}?device=${'a'.repeat(26)}`, other: 401 }
	])('$what cannot be tried out: one address is told to wait, others are not', async ({ path, other }) => {
		const guesser = new Browser();
		const calls = Array.from({ length: 310 }, (_, n) => guesser.fetch(path(n)));
		const late = (await Promise.all(calls)).filter(({ status }) => status === 429);
		expect(late).toHaveLength(10);
		const { headers } = await guesser.fetch(path(999));
		if (!path(999).endsWith('/print')) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
		expect((await new Browser().fetch(path(0))).status).toBe(other);
	});
});

async function isSet(place: number): Promise<boolean> {
	type List = { credentialSubject: { encodedList: string } };
	const { credentialSubject } = await readJson<List>('/badges/status/1');
	const { gunzipSync } = await import('node:zlib');
	const bits = gunzipSync(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'));
	return ((bits[place >> 3]! >> (7 - (place & 7))) & 1) === 1;
}

function runPython(python: string, given: unknown): unknown {
	const script = join(import.meta.dirname, '../interop/verify_badge.py');
	return JSON.parse(execFileSync(python, [script], { input: JSON.stringify(given), encoding: 'utf8' }));
}
