import * as v from 'valibot';
import type { BadgeFacts } from './verdict';

/** More than any badge needs; what is longer is not looked at. */
export const MAX_CHARACTERS = 200_000;
const MAX_DEPTH = 30;

const text = v.pipe(v.string(), v.maxLength(20_000));
const oneOrMore = <T extends v.GenericSchema>(schema: T) => v.union([schema, v.array(schema)]);
const types = oneOrMore(text);
const status = v.looseObject({ type: text, id: v.optional(text) });

/** What is needed of an Open Badges 3.0 credential to check and show it; the rest may be there. */
export const Credential = v.looseObject({
	'@context': v.array(v.union([text, v.looseObject({})])),
	id: v.optional(text),
	type: types,
	name: v.optional(text),
	// 1EdTech's own validator refuses a bare address; other issuers write one.
	issuer: v.union([text, v.looseObject({ id: text, name: v.optional(text) })]),
	validFrom: v.optional(text),
	validUntil: v.optional(text),
	credentialSubject: v.looseObject({
		id: v.optional(text),
		type: v.optional(types),
		identifier: v.optional(oneOrMore(v.looseObject({ identityHash: text, identityType: v.optional(text) }))),
		achievement: v.looseObject({
			name: text,
			description: v.optional(text),
			criteria: v.optional(v.looseObject({ narrative: v.optional(text), id: v.optional(text) }))
		})
	}),
	credentialStatus: v.optional(oneOrMore(status)),
	proof: v.optional(oneOrMore(v.looseObject({ type: text })))
});
export type Credential = v.InferOutput<typeof Credential>;

export const listOf = <T>(one: T | T[] | undefined): T[] =>
	one === undefined ? [] : Array.isArray(one) ? one : [one];

/** The credential in this JSON, or undefined: too long, too deep, no badge. */
export function readCredential(json: string): Credential | undefined {
	if (json.length > MAX_CHARACTERS) return undefined;
	try {
		const value: unknown = JSON.parse(json);
		return depthOf(value) <= MAX_DEPTH ? asCredential(value) : undefined;
	} catch {
		return undefined;
	}
}

export function asCredential(value: unknown): Credential | undefined {
	const parsed = v.safeParse(Credential, value);
	if (!parsed.success) return undefined;
	const { type, credentialSubject: subject } = parsed.output;
	const isBadge = listOf(type).some(
		(name) => name === 'OpenBadgeCredential' || name === 'AchievementCredential'
	);
	const hasSubject = subject.id !== undefined || listOf(subject.identifier).length > 0;
	return isBadge && listOf(type).includes('VerifiableCredential') && hasSubject ? parsed.output : undefined;
}

export const issuerIdOf = ({ issuer }: Credential): string =>
	typeof issuer === 'string' ? issuer : issuer.id;

export function factsOf(credential: Credential): BadgeFacts {
	const { issuer, credentialSubject: subject } = credential;
	const did = issuerIdOf(credential);
	const named = listOf(subject.identifier).find((one) => one.identityType === 'name');
	return {
		id: credential.id ?? '',
		title: subject.achievement.name,
		description: subject.achievement.description ?? '',
		criteria: subject.achievement.criteria?.narrative ?? '',
		issuerName: (typeof issuer === 'string' ? undefined : issuer.name) ?? '',
		issuerHost: hostOf(did),
		issuerDid: did,
		validFromMs: instantOf(credential.validFrom),
		validUntilMs: instantOf(credential.validUntil),
		nameHash: named?.identityHash ?? null
	};
}

/** The host that an issuer's address is of; '' for a bare key. */
export function hostOf(issuer: string): string {
	if (issuer.startsWith('did:web:'))
		return decodeURIComponent(issuer.slice('did:web:'.length).split(':')[0] ?? '');
	return URL.canParse(issuer) && issuer.startsWith('https:') ? new URL(issuer).host : '';
}

const instantOf = (text: string | undefined): number | null => {
	const ms = text === undefined ? NaN : Date.parse(text);
	return Number.isNaN(ms) ? null : ms;
};

function depthOf(value: unknown, depth = 0): number {
	if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return depth;
	return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}
