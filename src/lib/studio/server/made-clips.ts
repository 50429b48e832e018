import { textsOf, type Bundle } from './bundle';
import { clipPath, type ClipIndex } from './clip-index';
import type { ClipShelf } from './clip-shelf';
import { eachOf } from './each-of';
import { keepClips, writeWhole } from './keep-clips';
import type { Lexicon } from './narrate/lexicon';
import { narrate } from './narrate/narrate';
import { ProgramMissing } from './narrate/run-program';
import { voiceOf } from './narrate/speak';

/** espeak-ng and ffmpeg each take a processor. */
const AT_ONCE = 3;

/**
 * Makes a clip for every text of the bundle that has none and that a synthetic voice can say, and keeps it on the
 * shelf for later imports. Where espeak-ng is not installed nothing is made: the check of the bundle then names
 * each text that stays mute.
 */
export async function narrateMissing(
	bundle: Bundle,
	shelf: ClipShelf,
	lexicons: Record<string, Lexicon>,
	onProgress?: (done: number, total: number) => void
): Promise<void> {
	const missing = missingIn(bundle, shelf);
	const made = new Map<string, ClipIndex>();
	let done = 0;
	try {
		await eachOf(
			missing,
			async ({ language, text }) => {
				const { clip, bytes } = await narrate(text, language, lexicons[language] ?? {});
				await writeWhole(clipPath(shelf.clipsDir, language, text, clip), bytes);
				shelf.index(language)[text] = clip;
				made.set(language, { ...made.get(language), [text]: clip });
				onProgress?.(++done, missing.length);
			},
			AT_ONCE
		);
	} catch (cause) {
		if (!(cause instanceof ProgramMissing)) throw cause;
	} finally {
		for (const [language, clips] of made) await keepClips(shelf.clipsDir, language, clips);
	}
}

export function missingIn(bundle: Bundle, shelf: ClipShelf): { language: string; text: string }[] {
	const missing = new Map<string, { language: string; text: string }>();
	for (const { text: byLanguage } of textsOf(bundle))
		for (const [language, text] of Object.entries(byLanguage))
			if (voiceOf(language) && !shelf.find(language, text))
				missing.set(`${language} ${text}`, { language, text });
	return [...missing.values()];
}
