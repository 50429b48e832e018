import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { textsOf, type Bundle } from './bundle';
import { clipPath } from './clip-index';
import type { ClipShelf } from './clip-shelf';
import { eachOf } from './each-of';
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
	lexicons: Record<string, Lexicon>
): Promise<void> {
	const missing = missingIn(bundle, shelf);
	try {
		await eachOf(
			missing,
			async ({ language, text }) => {
				const { clip, bytes } = await narrate(text, language, lexicons[language] ?? {});
				await writeWhole(clipPath(shelf.clipsDir, language, text, clip), bytes);
				shelf.index(language)[text] = clip;
			},
			AT_ONCE
		);
	} catch (cause) {
		if (!(cause instanceof ProgramMissing)) throw cause;
	} finally {
		for (const language of new Set(missing.map((one) => one.language))) await saveIndex(shelf, language);
	}
}

function missingIn(bundle: Bundle, shelf: ClipShelf): { language: string; text: string }[] {
	const missing = new Map<string, { language: string; text: string }>();
	for (const { text: byLanguage } of textsOf(bundle))
		for (const [language, text] of Object.entries(byLanguage))
			if (voiceOf(language) && !shelf.find(language, text))
				missing.set(`${language} ${text}`, { language, text });
	return [...missing.values()];
}

async function saveIndex(shelf: ClipShelf, language: string): Promise<void> {
	await writeWhole(
		join(shelf.clipsDir, `${language}.json`),
		JSON.stringify(shelf.index(language), null, '\t')
	);
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(`${path}.new`, content);
	await rename(`${path}.new`, path);
}
