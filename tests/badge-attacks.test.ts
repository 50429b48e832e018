import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { signJwt, signProof } from '../src/lib/badges/server/sign';
import { browserWorld } from '../src/lib/badges/verify/browser-world';
import { checkBadge } from '../src/lib/badges/verify/check-badge';
import {
	badge,
	check,
	checkWhole,
	DID,
	keys,
	listWith,
	NOW,
	ORIGIN,
	PLACE,
	strangers
} from './fixtures/signed-badges';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const STATUS = 'https://www.w3.org/ns/credentials/status#';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0';

const proved = async (changes: JsonObject = {}) =>
	structuredClone(await signProof(badge(changes), DID, keys, NOW)) as JsonObject & {
		'@context': string[];
		credentialStatus: Record<string, string>;
	};

describe('the same statements in other words: the signature still fits', () => {
	test('a revoked badge whose status stands under its full address is not true', async () => {
		const { credentialStatus, ...rest } = await proved();
		const hidden = {
			'@id': credentialStatus['id'],
			'@type': `${STATUS}BitstringStatusListEntry`,
			[`${STATUS}statusPurpose`]: credentialStatus['statusPurpose'],
			[`${STATUS}statusListIndex`]: credentialStatus['statusListIndex'],
			[`${STATUS}statusListCredential`]: { '@id': credentialStatus['statusListCredential'] }
		};
		const text = JSON.stringify({ ...rest, [`${CREDENTIALS}credentialStatus`]: hidden });
		expect(await check(text, { '/badges/status/1.jwt': await listWith([PLACE]) })).toBe('unsigned');
	});

	test('nor one whose status has another name by a context of its own', async () => {
		const { credentialStatus, ...rest } = await proved();
		const alias = { s: { '@id': `${CREDENTIALS}credentialStatus`, '@type': '@id' } };
		const text = JSON.stringify({ ...rest, '@context': [...rest['@context'], alias], s: credentialStatus });
		expect(await check(text, { '/badges/status/1.jwt': await listWith([PLACE]) })).toBe('unsigned');
	});

	test('nor one that hides when it ran out', async () => {
		const { validUntil, ...rest } = await proved({ validUntil: '2026-11-23T12:00:00Z' });
		const hidden = { '@value': validUntil, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' };
		expect(await check(JSON.stringify({ ...rest, validUntil }))).toBe('expired');
		expect(await check(JSON.stringify({ ...rest, [`${CREDENTIALS}validUntil`]: hidden }))).toBe('unsigned');
	});

	test('nor one in a graph', async () => {
		const { '@context': context, ...rest } = await proved();
		const text = JSON.stringify({ '@context': context, ...badge(), '@graph': [rest] });
		expect(await check(text)).toBe('unsigned');
	});

	test('a context that nobody here knows is not fetched, and not called changed', async () => {
		const text = JSON.stringify({ ...(await proved()), '@context': ['https://other.example/context'] });
		expect(await checkWhole(text)).toMatchObject({
			verdict: 'unsigned',
			steps: [{}, { name: 'signature', outcome: 'unknown' }]
		});
	});
});

describe('an issuer whose name misleads', () => {
	test.each([
		['a name before the host', 'did:web:ban-may.example.vn%40other.example'],
		['a path in the host', 'did:web:other.example%2Fban-may'],
		['no text at all', 'did:web:%'],
		['half a letter', 'did:web:%E0%A4%A'],
		['a name before the host of an address', 'https://ban-may.example.vn@other.example/us'],
		['no https', 'http://other.example/us']
	])('%s: nobody is asked, and no host is shown', async (_what, did) => {
		const text = await signJwt(badge({ issuer: { id: did, type: ['Profile'] } }), did, strangers);
		const asked: unknown[] = [];
		const fetch = (url: unknown) => (asked.push(url), Promise.reject(new TypeError('offline')));
		const checked = await checkBadge(
			text,
			browserWorld(fetch as typeof globalThis.fetch, () => NOW)
		);
		expect(checked).toMatchObject({ verdict: 'issuer', facts: { issuerHost: '' } });
		expect(asked).toEqual(['/.well-known/did.json']);
	});

	test('the house asks nobody else when it checks by itself', async () => {
		const did = 'did:web:10.0.0.1';
		const text = await signJwt(badge({ issuer: { id: did, type: ['Profile'] } }), did, strangers);
		const asked: unknown[] = [];
		const fetch = (url: unknown) => (asked.push(url), Promise.reject(new TypeError('offline')));
		await checkBadge(
			text,
			browserWorld(fetch as typeof globalThis.fetch, () => NOW, 'house')
		);
		expect(asked).toEqual(['/.well-known/did.json']);
	});
});

describe('a status that says nothing', () => {
	const entry = {
		id: `${ORIGIN}/badges/status/1#7`,
		type: 'BitstringStatusListEntry',
		statusPurpose: 'revocation',
		statusListIndex: '7',
		statusListCredential: `${ORIGIN}/badges/status/1`
	};
	test.each([
		['no address of a list', { statusListCredential: 'list' }],
		['an address of two slashes', { statusListCredential: '//other.example/list' }],
		['places of two bits', { statusSize: 2 }],
		['a place beyond the list', { statusListIndex: '131072' }],
		['a place before the list', { statusListIndex: '-1' }],
		['another purpose than the list has', { statusPurpose: 'suspension' }],
		['an unknown kind', { type: 'Trust' }]
	])('%s: not known', async (_what, changes) => {
		const text = await signJwt(badge({ credentialStatus: { ...entry, ...changes } }), DID, keys);
		expect(await check(text)).toBe('unchecked');
	});

	test('what is out of date and was taken back was taken back', async () => {
		const text = await signJwt(badge({ validUntil: '2026-11-01T00:00:00Z' }), DID, keys);
		expect(await check(text, { '/badges/status/1.jwt': await listWith([PLACE]) })).toBe('revoked');
	});
});

describe('an issuer with an https address', () => {
	const issuer = 'https://school.example/us';
	const rsa = generateKeyPair('RS256', { extractable: true });
	const credential = badge({ issuer: { id: issuer, type: ['Profile'] }, credentialStatus: undefined });
	const jwtBy = async (kid: string, alg = 'RS256', key = rsa) =>
		new SignJWT(JSON.parse(JSON.stringify(credential)) as JsonObject)
			.setProtectedHeader({ alg, kid })
			.sign((await key).privateKey);
	const publicKey = async (key = rsa) => exportJWK((await key).publicKey);

	test('signs with the RSA key that lies inside that address', async () => {
		const kid = `${issuer}/keys/1`;
		const text = await jwtBy(kid);
		expect(await checkWhole(text, { [kid]: JSON.stringify(await publicKey()) })).toMatchObject({
			verdict: 'true',
			facts: { issuerHost: 'school.example' },
			steps: [{}, {}, {}, {}, { name: 'status', outcome: 'unknown', detail: 'none' }]
		});
		const other = generateKeyPair('RS256', { extractable: true });
		expect(await check(text, { [kid]: JSON.stringify(await publicKey(other)) })).toBe('changed');
		expect(await checkWhole(text)).toMatchObject({
			verdict: 'issuer',
			steps: [{}, { detail: 'unreachable' }]
		});
	});

	test.each([
		"https://school.example/somebody-else's/key",
		'https://school.example/us-too/key',
		'https://school.example/us/../them/key',
		'https://other.example/us/keys/1'
	])('not with one at %s', async (kid) => {
		expect(await check(await jwtBy(kid), { [kid]: JSON.stringify(await publicKey()) })).toBe('issuer');
	});

	test('nor with one whose controller is somebody else', async () => {
		const kid = `${issuer}/keys/1`;
		const document = { id: kid, controller: 'https://school.example/them', publicKeyJwk: await publicKey() };
		expect(await check(await jwtBy(kid), { [kid]: JSON.stringify(document) })).toBe('issuer');
		const own = { ...document, controller: issuer };
		expect(await check(await jwtBy(kid), { [kid]: JSON.stringify(own) })).toBe('true');
	});

	test('a key of another kind than the header says is no key', async () => {
		const kid = `${issuer}/keys/1`;
		const text = await jwtBy(kid, 'ES256', generateKeyPair('ES256', { extractable: true }));
		expect(await check(text, { [kid]: JSON.stringify(await publicKey()) })).toBe('issuer');
		const weak = JSON.stringify({ kty: 'RSA', n: 'AQAB'.repeat(32), e: 'AQAB' });
		expect(await check(await jwtBy(kid), { [kid]: weak })).toBe('issuer');
		for (const rubbish of [
			'[]',
			'null',
			'5',
			'{"kty":"EC","crv":"P-256","x":5,"y":[]}',
			'{"kty":"RSA","n":{}}'
		])
			expect(await check(await jwtBy(kid), { [kid]: rubbish })).toBe('issuer');
	});

	test.each([
		'5',
		'{}',
		'{"id":5,"assertionMethod":5}',
		`{"id":"${issuer}","verificationMethod":[null,5],"assertionMethod":[null,[],"#k",{"id":5}]}`,
		`{"id":"${issuer}","assertionMethod":[{"id":"#k","publicKeyMultibase":{}}]}`,
		`{"id":"${issuer}","assertionMethod":[{"id":"#k","publicKeyJwk":{"kty":"OKP","crv":"Ed25519","x":"***"}}]}`
	])('whose profile is %s vouches for nobody', async (profile) => {
		expect(await check(await jwtBy(`${issuer}#k`), { [issuer]: profile })).toBe('issuer');
	});

	test('vouches by its profile for the key of a proof', async () => {
		const method = `${issuer}#${strangers.ed25519.publicKeyMultibase}`;
		const document = JSON.parse(JSON.stringify(credential)) as JsonObject;
		const text = JSON.stringify(await signProof(document, issuer, strangers, NOW));
		const { publicKeyMultibase } = strangers.ed25519;
		const key = { id: method, type: 'Multikey', controller: issuer, publicKeyMultibase };
		const profile = { id: issuer, type: ['Profile'], assertionMethod: [key] };
		expect(await check(text, { [issuer]: JSON.stringify(profile) })).toBe('true');
		const others = { ...profile, assertionMethod: [{ ...key, controller: 'https://school.example/them' }] };
		expect(await check(text, { [issuer]: JSON.stringify(others) })).toBe('issuer');
		expect(await check(text, { [issuer]: JSON.stringify({ ...profile, assertionMethod: [] }) })).toBe(
			'issuer'
		);
		expect(await check(text)).toBe('issuer');
	});
});

describe('shapes that others write', () => {
	const did = 'did:web:school.example';
	const full = {
		'@context': ['https://www.w3.org/ns/credentials/v2', `${OB}/context-3.0.3.json`, `${OB}/extensions.json`],
		id: 'urn:uuid:1f6b4c52-2f0e-4b7c-8a39-6d6a5a1f7f10',
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: 'Weaving',
		description: 'Weaves a band',
		awardedDate: '2026-03-01T00:00:00Z',
		image: { id: 'https://school.example/weaving.png', type: 'Image', caption: 'A band' },
		issuer: {
			id: did,
			type: ['Profile'],
			name: 'School',
			url: 'https://school.example/',
			phone: '+1-222',
			address: { type: ['Address'], addressCountryCode: 'VN', addressLocality: 'Bac Ha' },
			otherIdentifier: [{ type: 'IdentifierEntry', identifier: '12', identifierType: 'sourcedId' }]
		},
		validFrom: '2026-03-01T00:00:00Z',
		validUntil: '2036-03-01T00:00:00Z',
		credentialSubject: {
			id: 'did:example:learner',
			type: ['AchievementSubject'],
			activityStartDate: '2026-01-01T00:00:00Z',
			creditsEarned: 2.5,
			role: 'weaver',
			identifier: [
				{ type: 'IdentityObject', identityHash: 'a1', identityType: 'studentId', hashed: false },
				{ type: 'IdentityObject', identityHash: 'b2', identityType: 'sourcedId', hashed: false }
			],
			result: [{ type: ['Result'], resultDescription: 'urn:uuid:0b1c', value: '9.5', status: 'Completed' }],
			achievement: {
				id: 'https://school.example/achievements/weaving',
				type: ['Achievement'],
				achievementType: 'Certificate',
				name: 'Weaving',
				description: 'Weaves a band',
				criteria: { id: 'https://school.example/criteria', narrative: '**Weave** a band.' },
				creator: { id: did, type: ['Profile'], name: 'School' },
				tag: ['craft'],
				resultDescription: [
					{
						id: 'urn:uuid:0b1c',
						type: ['ResultDescription'],
						name: 'Mark',
						resultType: 'RawScore',
						valueMax: '10'
					}
				]
			}
		},
		evidence: [
			{ id: 'https://school.example/evidence', type: ['Evidence'], narrative: 'A band', genre: 'Cloth' }
		],
		credentialSchema: [
			{
				id: `${OB}/schema/json/ob_v3p0_achievementcredential_schema.json`,
				type: '1EdTechJsonSchemaValidator2019'
			}
		],
		credentialStatus: { id: 'https://school.example/revoked', type: '1EdTechRevocationList' },
		refreshService: { id: 'https://school.example/again', type: '1EdTechCredentialRefresh' },
		termsOfUse: [{ type: 'IssuerPolicy' }]
	};
	const simple = {
		'@context': full['@context'].slice(0, 2),
		id: 'http://school.example/credentials/3732',
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: 'Weaving',
		issuer: { id: did, type: ['Profile'], name: 'School' },
		validFrom: '2026-01-01T00:00:00Z',
		credentialSubject: {
			id: 'did:example:learner',
			type: ['AchievementSubject'],
			achievement: {
				id: 'https://school.example/achievements/weaving',
				type: ['Achievement'],
				criteria: { narrative: 'Weave' },
				description: 'Weaves a band',
				name: 'Weaving'
			}
		}
	};
	const document = () => {
		const { publicKeyMultibase } = strangers.ed25519;
		const method = {
			id: `${did}#${publicKeyMultibase}`,
			type: 'Multikey',
			controller: did,
			publicKeyMultibase
		};
		return JSON.stringify({ id: did, verificationMethod: [method], assertionMethod: [method.id] });
	};
	const revoked = (ids: unknown[]) => JSON.stringify({ id: 'x', issuer: did, revokedCredential: ids });

	test('the shortest that the specification allows', async () => {
		const text = JSON.stringify(await signProof(simple, did, strangers, NOW));
		const answers = { 'https://school.example/.well-known/did.json': document() };
		expect(await check(text, answers)).toBe('true');
		expect(await check(text.replace('Weave"', 'Wove"'), answers)).toBe('changed');
	});

	test('one with nearly all that it allows, and its list', async () => {
		const { termsOfUse: _, ...usual } = full;
		const text = JSON.stringify(await signProof(usual, did, strangers, NOW));
		const answers = (ids: unknown[]) => ({
			'https://school.example/.well-known/did.json': document(),
			'https://school.example/revoked': revoked(ids)
		});
		expect(await checkWhole(text, answers([]))).toMatchObject({
			verdict: 'true',
			facts: { title: 'Weaving', issuerName: 'School', issuerHost: 'school.example' }
		});
		expect(await check(text, answers([{ id: full.id, revoked: true, revocationReason: 'r' }]))).toBe(
			'revoked'
		);
		expect(await check(text, answers([{ id: full.id, revoked: false }]))).toBe('true');
		expect(await check(text, { ...answers([]), 'https://school.example/revoked': '{}' })).toBe('unchecked');
		for (const rubbish of [[null], [5], [[]]]) expect(await check(text, answers(rubbish))).toBe('unchecked');
		expect(await check(text.replace('2.5', '3.5'), answers([]))).toBe('changed');
	});
});
