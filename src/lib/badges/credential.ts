import type { Achievement, Alignment } from './achievement';
import { OB_CONTEXT, VC_CONTEXT } from './context-names';
import { narrativeOf } from './evidence-words';

/** Who signs, as credentials name her. */
export type Issuer = { did: string; name: string; url: string };

export type CredentialFacts = {
	/** The badge's id at this server: its address. */
	id: string;
	origin: string;
	issuer: Issuer;
	achievement: Achievement;
	/** `urn:uuid:…`: a pseudonym of this one badge. */
	subject: string;
	/** `sha256$…` of her name and a salt that only she hands out. */
	nameHash: string | null;
	statusIndex: number;
	issuedAtMs: number;
};

/** Seconds, as the specification's DateTimeZ is written everywhere else. */
export const instant = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * An OpenBadgeCredential without its proof (Open Badges 3.0, B.1.1; W3C VC Data Model 2.0). The subject is a
 * pseudonym; her name stands in it only as a hash. No null, no empty list: both are faults there.
 */
export function buildCredential(facts: CredentialFacts): JsonObject {
	const { id, origin, issuer, achievement, subject, nameHash, statusIndex, issuedAtMs } = facts;
	const identity = { type: 'IdentityObject', hashed: true, identityHash: nameHash, identityType: 'name' };
	return {
		'@context': [VC_CONTEXT, OB_CONTEXT],
		id: `${origin}/badges/${id}`,
		type: ['VerifiableCredential', 'OpenBadgeCredential'],
		name: achievement.name,
		issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
		validFrom: instant(issuedAtMs),
		credentialSubject: {
			id: subject,
			type: ['AchievementSubject'],
			...(nameHash ? { identifier: [identity] } : {}),
			achievement: {
				id: `${origin}/achievements/${achievement.slug}`,
				type: ['Achievement'],
				achievementType: 'Badge',
				name: achievement.name,
				description: achievement.description,
				criteria: { narrative: achievement.criteria },
				image: { id: `${origin}/badges/${id}.png`, type: 'Image' },
				...alignmentOf(achievement.alignments)
			}
		},
		...evidenceOf(achievement, origin),
		credentialStatus: {
			id: `${statusListUrl(origin)}#${statusIndex}`,
			type: 'BitstringStatusListEntry',
			statusPurpose: 'revocation',
			statusListIndex: String(statusIndex),
			statusListCredential: statusListUrl(origin)
		}
	};
}

/** Open Badges 3.0, Evidence: that it was there, by the server's own records. Its address says what was asked for, and
 * is the same for everybody. */
function evidenceOf({ slug, evidence }: Achievement, origin: string) {
	if (evidence.length === 0) return {};
	return {
		evidence: evidence.map((demand) => ({
			id: `${origin}/achievements/${slug}#${demand.kind}`,
			type: ['Evidence'],
			narrative: narrativeOf(demand)
		}))
	};
}

/** Nothing where there is none: an empty list is a fault. */
export function alignmentOf(alignments: readonly Alignment[]) {
	if (alignments.length === 0) return {};
	return {
		alignment: alignments.map(({ framework, code, name, url }) => ({
			type: ['Alignment'],
			...(code === undefined ? {} : { targetCode: code }),
			targetName: name,
			targetFramework: framework,
			targetUrl: url
		}))
	};
}

/** One list of 131,072 places is the least that hides who is looked up (Bitstring Status List 1.0). */
export const STATUS_PLACES = 131_072;
export const statusListUrl = (origin: string) => `${origin}/badges/status/1`;
