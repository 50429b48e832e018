import { browser } from '$app/environment';
import { browserWorld } from '$lib/badges/verify/browser-world';
import { checkBadge } from '$lib/badges/verify/check-badge';
import type { Checked } from '$lib/badges/verify/verdict';
import { reasonOf } from '$lib/badges/verify/look-of';
import { loadVerifyWords, type VerifyWords } from '$lib/badges/verify/words';
import type { PageLoad } from './$types';

/** A stranger at a counter waits no longer. */
const WAIT_MS = 10_000;

type Answer = { shown: 'missing' | 'offline' } | { shown: Checked['verdict']; checked: Checked };

/** The badge is checked where the page is made: on the server for the first look, and again in the stranger's own
 * browser, from the same bytes. */
export const load: PageLoad = async ({
	fetch,
	params
}): Promise<{ id: string; atMs: number; answer: Answer; words?: VerifyWords }> => {
	const answer = await look(params.id, fetch);
	const about = { id: params.id, atMs: Date.now(), answer };
	const reason = reasonOf(answer.shown, 'checked' in answer ? answer.checked : undefined);
	return reason === 'true' ? about : { ...about, words: await loadVerifyWords('vi', true) };
};

async function look(id: string, fetch: typeof globalThis.fetch): Promise<Answer> {
	const signal = AbortSignal.timeout(WAIT_MS);
	const response = await fetch(`/badges/${encodeURIComponent(id)}.jwt`, { signal }).catch(() => undefined);
	if (!response?.ok) {
		await response?.body?.cancel(); // else the line stays open
		return { shown: response?.status === 404 ? 'missing' : 'offline' };
	}
	const checked = await checkBadge(
		await response.text(),
		browserWorld(fetch, Date.now, browser ? 'everybody' : 'house')
	);
	return { shown: checked.verdict, checked };
}
