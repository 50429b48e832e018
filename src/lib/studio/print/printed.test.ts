import { describe, expect, test } from 'vitest';
import type { Lesson } from '$lib/domain/lesson';
import { pagesOf, printedLesson, printedQuestion } from './printed';

const said = (text: string) => ({ vi: { text, clip: 'a.ogg', ms: 1, bytes: 1, voice: 'person' as const } });
const part = (id: number, text: string, correct = false) => ({
	id,
	text: said(text),
	picture: `${id}.svg`,
	correct
});
const lesson = {
	slug: 'bai',
	title: said('Bài'),
	objective: said('Chị biết.'),
	cards: []
} as unknown as Lesson;

describe('cards in duplex', () => {
	test('stand behind their fronts when the paper is turned over its long edge', () => {
		const [page] = pagesOf([1, 2, 3, 4, 5, 6]);
		expect(page).toEqual({ front: [1, 2, 3, 4, 5, 6], back: [2, 1, 4, 3, 6, 5] });
	});

	test('leave the last places empty, mirrored too', () => {
		const pages = pagesOf([1, 2, 3, 4, 5, 6, 7]);
		expect(pages).toHaveLength(2);
		expect(pages[1]?.front[0]).toBe(7);
		expect(pages[1]?.back.slice(0, 2)).toEqual([undefined, 7]);
	});
});

describe('a question on paper', () => {
	test('has its answer under the letter that the front gave it', () => {
		const question = {
			id: 1,
			kind: 'choice' as const,
			ask: said('?'),
			why: said('.'),
			options: [part(1, 'a'), part(2, 'b', true)]
		};
		expect(printedQuestion(question, lesson, 3, 'en').answer).toEqual([
			{ letter: 'B', text: 'b', picture: '2.svg' }
		]);
	});

	test.each([2, 3, 4, 5])('of %d steps never shows them in order, and gives the order on the back', (n) => {
		const steps = Array.from({ length: n }, (_, i) => part(i + 1, `b${i + 1}`));
		const printed = printedQuestion(
			{ id: 1, kind: 'order', ask: said('?'), why: said('.'), steps },
			lesson,
			1,
			'vi'
		);
		const right = steps.map(({ text }) => text.vi.text);
		expect(printed.parts.map(({ text }) => text)).not.toEqual(right);
		expect(printed.answer.map(({ text }) => text)).toEqual(right);
		for (const { letter, text } of printed.answer)
			expect(printed.parts.find((shown) => shown.letter === letter)?.text).toBe(text);
	});
});

test('a lesson on paper opens by its name, which later versions keep', () => {
	const printed = printedLesson(lesson, { n: 1, module: 'm', origin: 'https://a.example', language: 'vi' });
	expect(printed.address).toBe('https://a.example/lessons/bai');
});
