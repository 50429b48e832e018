/** Longer than this nobody waits for a sound on a weak line: then everything else may come. */
const WAIT_AT_MOST_MS = 8_000;

/** Resolves when the page's first sentence can be heard (or there is none to wait for), so that the database, the
 * worker and the rest do not take the line from it. */
export async function afterFirstSentence(page: ParentNode = document): Promise<void> {
	const audio = page.querySelector('audio');
	const canBeHeard = !audio || audio.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA;
	if (!canBeHeard)
		await new Promise((resolve) => {
			audio.addEventListener('canplay', resolve, { once: true });
			audio.addEventListener('error', resolve, { once: true });
			setTimeout(resolve, WAIT_AT_MOST_MS);
		});
	await new Promise((resolve) => {
		if (typeof requestIdleCallback === 'function') requestIdleCallback(resolve, { timeout: 1000 });
		else setTimeout(resolve, 300);
	});
}
