import type { BadgeFacts } from './verdict';

/** More than any badge needs; what is longer is not looked at. */
export const MAX_CHARACTERS = 200_000;
const MAX_DEPTH = 30;
const MAX_TEXT = 20_000;

type OneOrMore<T> = T | T[];
/** What is needed of an Open Badges 3.0 credential to check and show it; the rest may be there. By hand, not by a
 * schema: the library is a tenth of what a stranger loads for one look. */
export type Credential = {
	id?: string;
	type: OneOrMore<string>;
	/** 1EdTech's own validator refuses a bare address; other issuers write one. */
	issuer: string | { id: string; name?: string };
	validFrom?: string;
	validUntil?: string;
	credentialSubject: {
		id?: string;
		identifier?: OneOrMore<{ identityHash: string; identityType?: string }>;
		achievement: { name: string; description?: string; criteria?: { narrative?: string } };
	};
	credentialStatus?: OneOrMore<{ type: string; id?: string } & Record<string, unknown>>;
	proof?: OneOrMore<{ type: string } & Record<string, unknown>>;
};

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
	if (!isObject(value) || !Array.isArray(value['@context'])) return undefined;
	const { type, issuer, credentialSubject: subject } = value;
	const types = listOf(type);
	const isBadge = types.some((name) => name === 'OpenBadgeCredential' || name === 'AchievementCredential');
	if (!isBadge || !types.includes('VerifiableCredential') || !types.every(isText)) return undefined;
	if (!isText(issuer) && !(isObject(issuer) && isText(issuer.id) && isOptionalText(issuer.name)))
		return undefined;
	if (!['id', 'name', 'validFrom', 'validUntil'].every((key) => isOptionalText(value[key]))) return undefined;
	if (!isSubject(subject)) return undefined;
	const typed = [...listOf(value.credentialStatus), ...listOf(value.proof)];
	return typed.every((one) => isObject(one) && isText(one.type)) ? (value as Credential) : undefined;
}

function isSubject(subject: unknown): boolean {
	if (!isObject(subject) || !isOptionalText(subject.id)) return false;
	const { achievement, identifier } = subject;
	const identifiers = listOf(identifier);
	if (!identifiers.every((one) => isObject(one) && isText(one.identityHash))) return false;
	if (subject.id === undefined && identifiers.length === 0) return false;
	if (!isObject(achievement) || !isText(achievement.name) || !isOptionalText(achievement.description))
		return false;
	const { criteria } = achievement;
	return criteria === undefined || (isObject(criteria) && isOptionalText(criteria.narrative));
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MAX_TEXT;
const isOptionalText = (value: unknown) => value === undefined || isText(value);

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
	const address = addressOf(issuer);
	return address ? new URL(address).host : '';
}

/**
 * Where an issuer's document is read: an https address itself, or that of its did:web
 * (https://w3c-ccg.github.io/did-method-web). Undefined for what names no plain host: a name in front of an "@" would
 * be shown as if it were the issuer.
 */
export function addressOf(issuer: string): string | undefined {
	const [, host = '', path = ''] = /^did:web:([\w.-]+(?:%3A\d+)?)((?::[\w.~-]+)*)$/i.exec(issuer) ?? [];
	const folder = path ? path.replaceAll(':', '/') : '/.well-known';
	const url = host ? `https://${host.replace(/%3A/i, ':')}${folder}/did.json` : issuer;
	if (!url.startsWith('https://') || !URL.canParse(url)) return undefined;
	const { username, password } = new URL(url);
	return username || password ? undefined : url;
}

const instantOf = (text: string | undefined): number | null => {
	const ms = text === undefined ? NaN : Date.parse(text);
	return Number.isNaN(ms) ? null : ms;
};

function depthOf(value: unknown, depth = 0): number {
	if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return depth;
	return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}
