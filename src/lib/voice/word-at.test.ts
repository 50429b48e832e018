import { describe, expect, test } from 'vitest';
import { splitWords, wordAround, wordAt } from './word-at';

const at = (text: string, fraction: number) => {
	const range = wordAt(text, fraction);
	return range && text.slice(range.start, range.end);
};

describe('the word being said', () => {
	test.each([
		{ says: 'begins with the first', text: 'Chạm nhẹ vào hình.', fraction: 0, word: 'Chạm' },
		{ says: 'goes on evenly in Vietnamese', text: 'Chạm nhẹ vào hình.', fraction: 0.6, word: 'vào' },
		{
			says: 'ends with the last, without its full stop',
			text: 'Chạm nhẹ vào hình.',
			fraction: 1,
			word: 'hình'
		},
		{ says: 'rests on the last word in a pause', text: 'Một. Hai', fraction: 0.6, word: 'Một' },
		{
			says: 'gives long English words more time',
			text: 'Understandable no',
			fraction: 0.75,
			word: 'Understandable'
		},
		{ says: 'skips signs that nobody says', text: '– Đúng!', fraction: 0, word: 'Đúng' },
		{ says: 'bears a fraction beyond the end', text: 'Đúng rồi', fraction: 1.4, word: 'rồi' }
	])('$says', ({ text, fraction, word }) => expect(at(text, fraction)).toBe(word));

	test('is nothing in an empty text', () => expect(wordAt(' … ', 0.5)).toBeNull());

	test('is found from the place that the phone reports', () => {
		expect(wordAround('Chạm nhẹ vào', 6)).toEqual({ start: 5, end: 8 });
		expect(wordAround('Chạm', 9)).toBeNull();
	});
});

test('a text falls into words and what lies between, and nothing is lost', () => {
	const text = 'Đúng rồi, "chị" ơi!';
	const parts = splitWords(text);
	expect(parts.map((part) => part.text).join('')).toBe(text);
	expect(parts.filter((part) => part.isWord).map((part) => part.text)).toEqual(['Đúng', 'rồi', 'chị', 'ơi']);
});
