import { describe, expect, test } from 'vitest';
import { swapped, swappedVoices } from './swapped';

const old = { clip: 'old.ogg', ms: 900, bytes: 100, voice: 'synthetic' as const };
const said = { text: 'Chào chị', clip: 'new.ogg', ms: 800, bytes: 120, voice: 'person' as const };

describe('a recording', () => {
	test('is heard wherever the text is said in that language, and nowhere else', () => {
		const lesson = {
			title: { vi: { text: 'Chào chị', ...old }, en: { text: 'Hello', ...old } },
			cards: [
				{ say: { vi: { text: 'Chào chị', ...old } } },
				{ say: { vi: { text: 'Chào chị nhé', ...old } } }
			]
		};
		const after = swapped(lesson, 'vi', said);
		expect(after.title.vi).toEqual(said);
		expect(after.cards[0]!.say.vi).toEqual(said);
		expect(after.title.en).toEqual(lesson.title.en);
		expect(after.cards[1]).toEqual(lesson.cards[1]);
	});

	test('takes its place in the list of the app’s sentences, among the others', () => {
		const { text, ...clip } = said;
		const list = JSON.stringify({ language: 'vi', clips: { [text]: old, Khác: old } });
		expect(JSON.parse(swappedVoices(list, said, () => false)!)).toEqual({
			language: 'vi',
			clips: { [text]: clip, Khác: old }
		});
	});

	test('of a sentence that the app says and that had no clip comes into the list, of any other does not', () => {
		const list = JSON.stringify({ language: 'vi', clips: {} });
		expect(swappedVoices(list, said, (text) => text === said.text)).toContain('new.ogg');
		expect(swappedVoices(list, said, () => false)).toBeUndefined();
	});
});
