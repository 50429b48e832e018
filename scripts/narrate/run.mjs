// npm run narrate: gives every text of content/ and of the learner's interface a clip, and drops what nothing says.
// A second run makes only what changed. A person's recording is taken from content/clips/<language>/person/,
// where its name is the SHA-256 of the text that it says:
//   npm run narrate -- --name "Chào chị."
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { loadTs, root } from '../content/load-ts.mjs';
import { interfaceTexts } from './interface-texts.mjs';
import { showProgress } from './progress.mjs';

/** @typedef {import('../../src/lib/studio/server/narrate/narrate').Clip} Clip */
/** @typedef {{ language: string, text: string }} Task */

const studio = 'src/lib/studio/server';
const { readContent, readLexicons } = await loadTs(`${studio}/read-content.ts`);
const { textsOf } = await loadTs(`${studio}/bundle.ts`);
const { clipPath, personName, readClipIndex } = await loadTs(`${studio}/clip-index.ts`);
const { narrate, recipeOf } = await loadTs(`${studio}/narrate/narrate.ts`);
const { oggOpusMs } = await loadTs(`${studio}/narrate/ogg.ts`);
const { sentencesOf } = await loadTs('src/lib/domain/scam-sentences.ts');

const contentDir = join(root, 'content');
const clipsDir = join(contentDir, 'clips');
const [flag, said] = process.argv.slice(2);
if (flag === '--name' && said) console.log(`content/clips/<language>/person/${personName(said)}`);
else await run();

async function run() {
	const lexicons = readLexicons(contentDir);
	const texts = await allTexts();
	/** @type {Record<string, Record<string, Clip>>} */
	const made = {};
	/** @type {Task[]} */
	const toMake = [];
	for (const [language, ofLanguage] of texts) {
		const known = readClipIndex(clipsDir, language);
		/** @type {Record<string, Clip>} */
		const clips = (made[language] = {});
		for (const text of ofLanguage) {
			const kept = personsClip(language, text) ?? upToDate(known[text], language, text, lexicons);
			if (kept) clips[text] = kept;
			else toMake.push({ language, text });
		}
	}
	const failed = await makeAll(toMake, lexicons, made);
	for (const [language, clips] of Object.entries(made)) save(language, clips);
	report(made, toMake.length);
	if (failed.length > 0) {
		console.error(failed.join('\n'));
		process.exit(1);
	}
}

/** @returns {Promise<Map<string, Set<string>>>} */
async function allTexts() {
	const read = readContent(contentDir);
	if (read.kind === 'faulty') {
		console.error(read.faults.join('\n'));
		process.exit(1);
	}
	const ofInterface = await interfaceTexts();
	writeFileSync(join(contentDir, 'interface.json'), `${JSON.stringify(ofInterface, null, '\t')}\n`);
	const texts = new Map(Object.entries(ofInterface).map(([language, list]) => [language, new Set(list)]));
	for (const { text } of textsOf(read.value))
		for (const [language, words] of Object.entries(text)) {
			if (!texts.has(language)) texts.set(language, new Set());
			texts.get(language)?.add(words);
		}
	for (const { language, text } of scamTexts()) texts.get(language)?.add(text);
	return texts;
}

/** What all tricks of the week share, and the example village's: sentences stand there by language, or in Vietnamese. */
function scamTexts() {
	/** @type {Task[]} */
	const found = [];
	/** @param {unknown} value */
	const walk = (value) => {
		if (typeof value !== 'object' || value === null) return;
		const by = /** @type {Record<string, unknown>} */ (value);
		for (const language of ['vi', 'en']) {
			const text = by[language];
			if (typeof text === 'string') found.push({ language, text });
		}
		Object.values(by).forEach(walk);
	};
	const read = (/** @type {string} */ name) =>
		JSON.parse(readFileSync(join(contentDir, 'scams', name), 'utf8'));
	walk(read('choices.json'));
	for (const text of sentencesOf(read('example.json'))) found.push({ language: 'vi', text });
	return found;
}

/**
 * @param {string} language
 * @param {string} text
 * @returns {Clip | undefined}
 */
function personsClip(language, text) {
	const path = join(clipsDir, language, 'person', personName(text));
	if (!existsSync(path)) return undefined;
	const bytes = readFileSync(path);
	const clip = `${createHash('sha256').update(bytes).digest('hex')}.ogg`;
	return { clip, ms: oggOpusMs(bytes), bytes: bytes.length, voice: 'person', speaker: 'person' };
}

/**
 * @param {Clip | undefined} clip
 * @param {string} language
 * @param {string} text
 * @param {Record<string, Record<string, string>>} lexicons
 * @returns {Clip | undefined}
 */
function upToDate(clip, language, text, lexicons) {
	if (clip?.voice !== 'synthetic' || clip.recipe !== recipeOf(text, language, lexicons[language] ?? {}))
		return undefined;
	return existsSync(clipPath(clipsDir, language, text, clip)) ? clip : undefined;
}

/**
 * Several at once: espeak-ng and ffmpeg are programs of their own.
 * @param {Task[]} tasks
 * @param {Record<string, Record<string, string>>} lexicons
 * @param {Record<string, Record<string, Clip>>} made
 * @returns {Promise<string[]>} what could not be made
 */
async function makeAll(tasks, lexicons, made) {
	const progress = showProgress(tasks.length, 'clips');
	/** @type {string[]} */
	const failed = [];
	const waiting = tasks.values();
	const work = async () => {
		for (const { language, text } of waiting) {
			try {
				const { clip, bytes } = await narrate(text, language, lexicons[language] ?? {});
				writeWhole(clipPath(clipsDir, language, text, clip), bytes);
				(made[language] ??= {})[text] = clip;
			} catch (cause) {
				if (cause instanceof Error && 'program' in cause) {
					console.error(`${cause.message} Install it: apt-get install espeak-ng ffmpeg`);
					process.exit(1);
				}
				failed.push(cause instanceof Error ? cause.message : String(cause));
			}
			progress.step();
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
	progress.end();
	return failed;
}

/**
 * Writes the index, then removes every synthetic clip that it does not name.
 * @param {string} language
 * @param {Record<string, Clip>} clips
 */
function save(language, clips) {
	const sorted = Object.fromEntries(Object.entries(clips).sort(([a], [b]) => (a < b ? -1 : 1)));
	writeWhole(join(clipsDir, `${language}.json`), `${JSON.stringify(sorted, null, '\t')}\n`);
	const used = new Set(Object.values(clips).map(({ clip }) => clip));
	for (const folder of foldersIn(join(clipsDir, language)))
		for (const name of readdirSync(folder)) if (!used.has(name)) rmSync(join(folder, name));
}

/** @param {string} dir */
function foldersIn(dir) {
	if (!existsSync(dir)) return [];
	return readdirSync(dir)
		.filter((name) => /^[0-9a-f]{2}$/.test(name))
		.map((name) => join(dir, name));
}

/**
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function writeWhole(path, content) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(`${path}.new`, content);
	renameSync(`${path}.new`, path);
}

/**
 * @param {Record<string, Record<string, Clip>>} made
 * @param {number} fresh
 */
function report(made, fresh) {
	for (const [language, clips] of Object.entries(made)) {
		const all = Object.values(clips);
		const megabytes = (all.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(2);
		const minutes = (all.reduce((sum, { ms }) => sum + ms, 0) / 60_000).toFixed(1);
		const persons = all.filter(({ voice }) => voice === 'person').length;
		console.log(`${language}: ${all.length} clips (${persons} by people), ${minutes} min, ${megabytes} MB`);
	}
	console.log(`${fresh} made, the rest unchanged`);
}
