import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTs, root } from '../content/load-ts.mjs';

/** What stands between the numbers of which others are put together, and what is counted. */
const COUNTED = {
	vi: ['trăm', 'linh', 'nghìn', 'triệu', 'tỷ', 'phẩy', 'phút', 'kB', 'MB', 'GB'],
	en: ['hundred', 'and', 'thousand', 'million', 'billion', 'point', 'minutes', 'kB', 'MB', 'GB']
};

/**
 * Everything that the learner's interface says in its two languages: its messages cut at their parameters, as
 * `pieces` cuts them for the voice, the numbers from 0 to 100, and the words around numbers.
 * @returns {Promise<Record<string, string[]>>}
 */
export async function interfaceTexts() {
	const { pieces } = await loadTs('src/lib/i18n/fill.ts');
	const { numberText, LARGEST_CLIP } = await loadTs('src/lib/voice/spoken-number.ts');
	/** @type {Record<string, string[]>} */
	const texts = {};
	for (const language of /** @type {const} */ (['vi', 'en'])) {
		const messages = messagesIn(language);
		const said = messages.flatMap((message) =>
			pieces(message).flatMap((/** @type {{ text?: string }} */ piece) => piece.text ?? [])
		);
		const numbers = Array.from({ length: LARGEST_CLIP + 1 }, (_, n) => numberText(n, language));
		texts[language] = [...new Set([...said, ...numbers, ...COUNTED[language]])].sort();
	}
	return texts;
}

/** The learner's messages of every area. @param {string} language @returns {string[]} */
function messagesIn(language) {
	const folder = join(root, 'src/lib/i18n');
	const areas = readdirSync(join(folder, 'areas')).filter((name) => name.endsWith(`.${language}.json`));
	const files = [`learner.${language}.json`, ...areas.sort().map((name) => join('areas', name))];
	return files.flatMap((file) => Object.values(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
