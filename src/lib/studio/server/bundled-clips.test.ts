import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isText, textsOf, type Bundle } from './bundle';
import { clipPath, readClipIndex } from './clip-index';
import { syllablesOf } from './narrate/narrate';
import { oggOpusMs } from './narrate/ogg';
import { respell } from './narrate/lexicon';
import { exampleScam, scamChoices } from './scams/choices';
import { sentencesOf } from '$lib/domain/scam-sentences';
import { readContent, readInterfaceTexts, readLexicons } from './read-content';

const contentDir = join(process.cwd(), 'content');
const clipsDir = join(contentDir, 'clips');
const lexicons = readLexicons(contentDir);

/** Opus writes almost nothing for silence; speech at 12 kbit/s is about 1.4 bytes a millisecond. */
const LEAST_BYTES_A_MS = 0.9;
const SYLLABLE_MS = { least: 90, most: 900 };

function content(): Bundle {
	const read = readContent(contentDir);
	if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
	return read.value;
}

const textsOfScams = (value: unknown): Record<string, string>[] => {
	if (typeof value !== 'object' || value === null) return [];
	return isText(value) ? [value] : Object.values(value).flatMap(textsOfScams);
};

describe.each(['vi', 'en'])('the clips that come with the program, in %s', (language) => {
	const index = readClipIndex(clipsDir, language);

	test('say every text of the lessons', () => {
		const texts = [...textsOf(content())].flatMap(({ text }) => text[language] ?? []);
		expect(texts.filter((text) => !index[text])).toEqual([]);
		expect(texts.length).toBeGreaterThan(900);
	});

	test('say what all tricks of the week share, and the example village’s', () => {
		const one = exampleScam();
		const texts = textsOfScams(scamChoices()).flatMap((text) => text[language] ?? []);
		const own = language === 'vi' ? sentencesOf(one) : [];
		expect([...texts, ...own].filter((text) => !index[text])).toEqual([]);
		expect(texts.length).toBeGreaterThan(30);
	});

	test('say what the interface says (else run: npm run narrate)', () => {
		const file = join(process.cwd(), 'src/lib/i18n', `learner.${language}.json`);
		const messages = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
		const whole = messages.filter((message) => /\p{L}/u.test(message) && !message.includes('{'));
		expect(whole.filter((message) => !index[message.trim()])).toEqual([]);
		expect(readInterfaceTexts(contentDir)[language]?.filter((text) => !index[text])).toEqual([]);
	});

	test('are the bytes that the index names, whole, not silent, and as long as their text', () => {
		const faults = Object.entries(index).flatMap(([text, clip]) => {
			const path = clipPath(clipsDir, language, text, clip);
			if (!existsSync(path)) return [`${text}: no file`];
			const bytes = readFileSync(path);
			const sha = createHash('sha256').update(bytes).digest('hex');
			const syllables = syllablesOf(respell(text, lexicons[language] ?? {}), language);
			if (clip.clip !== `${sha}.ogg` || clip.bytes !== bytes.length) return [`${text}: other bytes`];
			if (oggOpusMs(bytes) !== clip.ms) return [`${text}: ${oggOpusMs(bytes)} ms, not ${clip.ms}`];
			if (clip.voice === 'person') return [];
			if (bytes.length / clip.ms < LEAST_BYTES_A_MS) return [`${text}: silent`];
			if (clip.ms < syllables * SYLLABLE_MS.least) return [`${text}: cut`];
			return clip.ms > 600 + syllables * SYLLABLE_MS.most ? [`${text}: too long`] : [];
		});
		expect(faults).toEqual([]);
	});
});
