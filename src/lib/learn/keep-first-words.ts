import { pieces } from '$lib/i18n/fill';
import type { Messages } from '$lib/i18n/messages.svelte';
import { masterWords, type MessageKey } from '$lib/i18n/words';

/** What she must be able to hear without a line, also before she has downloaded a course: where she is, what does
 * not work and what to do. About 130 kB; everything else comes with a course. */
const FIRST = /^(error|trouble|nav|guide|home|sync\.say|update|lesson|question)\b/;

type WithSaver = Navigator & { connection?: { saveData?: boolean } };

/** Puts the clips of those sentences on the phone. Call it last of all: it takes the line when nobody else does. */
export async function keepFirstWords(messages: Messages): Promise<void> {
	if ((navigator as WithSaver).connection?.saveData) return;
	const { loadVoices } = await import('$lib/offline/content');
	const { keepMedia } = await import('$lib/offline/media/keep-media');
	try {
		const { clips } = await loadVoices(messages.language, fetch);
		const keys = (Object.keys(masterWords) as MessageKey[]).filter((key) => FIRST.test(key));
		const texts = keys.flatMap((key) => pieces(messages.template(key)));
		await keepMedia(texts.flatMap((piece) => ('text' in piece ? (clips[piece.text]?.clip ?? []) : [])));
	} catch {
		// No line: the next visit tries again.
	}
}
