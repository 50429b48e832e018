/**
 * What an OpenBadgeCredential of ours may hold, written from the tables of Open Badges 3.0 (Appendix B: types and
 * cardinalities of OpenBadgeCredential, Profile, AchievementSubject, IdentityObject, Achievement, Criteria, Image) and
 * of W3C VC 2.0, Data Integrity and Bitstring Status List. Everything that is not named is refused.
 */
const uri = { type: 'string', format: 'uri' };
const text = { type: 'string', minLength: 1 };
/** DateTimeZ: ISO 8601 with its time zone. */
const instant = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$' };
const typesWith = (...names: string[]) => ({
	type: 'array',
	minItems: names.length,
	uniqueItems: true,
	allOf: names.map((name) => ({ contains: { const: name } })),
	items: text
});
const exactly = (properties: Record<string, object>, required = Object.keys(properties)) => ({
	type: 'object',
	properties,
	required,
	additionalProperties: false
});

const image = exactly({ id: uri, type: { const: 'Image' } });
const alignment = exactly(
	{
		type: typesWith('Alignment'),
		targetCode: text,
		targetName: text,
		targetFramework: text,
		targetUrl: uri
	},
	['type', 'targetName', 'targetFramework', 'targetUrl']
);
const achievement = exactly(
	{
		id: uri,
		type: typesWith('Achievement'),
		achievementType: { enum: ['Badge'] },
		name: text,
		description: text,
		criteria: exactly({ narrative: text }),
		image,
		alignment: { type: 'array', minItems: 1, items: alignment }
	},
	['id', 'type', 'achievementType', 'name', 'description', 'criteria', 'image']
);
const identity = exactly({
	type: { const: 'IdentityObject' },
	hashed: { const: true },
	identityHash: { type: 'string', pattern: '^sha256\\$[0-9a-f]{64}$' },
	identityType: { const: 'name' }
});

const parts = {
	'@context': {
		type: 'array',
		prefixItems: [
			{ const: 'https://www.w3.org/ns/credentials/v2' },
			{ const: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' }
		],
		minItems: 2,
		maxItems: 2
	},
	id: uri,
	type: typesWith('VerifiableCredential', 'OpenBadgeCredential'),
	name: text,
	issuer: exactly({ id: uri, type: typesWith('Profile'), name: text, url: uri }),
	validFrom: instant,
	credentialSubject: exactly(
		{
			id: { type: 'string', pattern: '^urn:uuid:[0-9a-f-]{36}$' },
			type: typesWith('AchievementSubject'),
			identifier: { type: 'array', minItems: 1, items: identity },
			achievement
		},
		['id', 'type', 'achievement']
	),
	evidence: {
		type: 'array',
		minItems: 1,
		items: exactly({ id: uri, type: typesWith('Evidence'), narrative: text })
	},
	credentialStatus: exactly({
		id: uri,
		type: { const: 'BitstringStatusListEntry' },
		statusPurpose: { const: 'revocation' },
		statusListIndex: { type: 'string', pattern: '^\\d+$' },
		statusListCredential: uri
	}),
	proof: {
		type: 'array',
		minItems: 1,
		items: exactly({
			type: { const: 'DataIntegrityProof' },
			created: instant,
			verificationMethod: uri,
			cryptosuite: { const: 'eddsa-rdfc-2022' },
			proofPurpose: { const: 'assertionMethod' },
			proofValue: { type: 'string', pattern: '^z[1-9A-HJ-NP-Za-km-z]+$' }
		})
	}
};

/** Only what asks for evidence carries it. */
export const openBadgeSchema = exactly(
	parts,
	Object.keys(parts).filter((name) => name !== 'evidence')
);
