import { browser } from '$app/environment';
import { browserWorld } from '$lib/badges/verify/browser-world';
import { checkBadge } from '$lib/badges/verify/check-badge';
import type { Checked } from '$lib/badges/verify/verdict';
import type { PageLoad } from './$types';

type Answer = { shown: 'missing' | 'offline' } | { shown: Checked['verdict']; checked: Checked };

/** The badge is checked where the page is made: on the server for the first look, and again in the stranger's own
 * browser, from the same bytes. */
export const load: PageLoad = async ({
	fetch,
	params
}): Promise<{ id: string; atMs: number; answer: Answer }> => {
	const about = { id: params.id, atMs: Date.now() };
	const response = await fetch(`/badges/${encodeURIComponent(params.id)}.jwt`).catch(() => undefined);
	if (!response?.ok) {
		await response?.body?.cancel(); // else the line stays open
		return { ...about, answer: { shown: response?.status === 404 ? 'missing' : 'offline' } };
	}
	const checked = await checkBadge(
		await response.text(),
		browserWorld(fetch, Date.now, browser ? 'everybody' : 'house')
	);
	return { ...about, answer: { shown: checked.verdict, checked } };
};
