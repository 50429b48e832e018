/** A text may say its language (VC 2.0, 11.1); no other keyword is needed in a badge. */
const KEYWORDS = new Set(['@context', '@value', '@language', '@direction']);

/**
 * Whether JSON and the statements that are signed say the same. A proof covers the statements of JSON-LD, not its letters:
 * with a full address for a key, an alias from a context of one's own, or `@graph`, `credentialStatus` and `validUntil`
 * stay signed but are not found under their names any more, and a revoked badge looks good. So only plain names
 * and contexts that are known here are looked at.
 */
export function hasPlainTerms(value: unknown, contexts: { has(url: string): boolean }): boolean {
	if (Array.isArray(value)) return value.every((one) => hasPlainTerms(one, contexts));
	if (typeof value !== 'object' || value === null) return true;
	return Object.entries(value).every(([key, one]: [string, unknown]) => {
		if (key === '@context') return isKnown(one, contexts);
		const isPlain = key.startsWith('@') ? KEYWORDS.has(key) : !key.includes(':');
		return isPlain && hasPlainTerms(one, contexts);
	});
}

const isKnown = (context: unknown, contexts: { has(url: string): boolean }) =>
	(Array.isArray(context) ? (context as unknown[]) : [context]).every(
		(one) => typeof one === 'string' && contexts.has(one)
	);
