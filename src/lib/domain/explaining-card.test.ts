import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { SourceLesson } from '$lib/domain/curriculum';
import type { Lesson, Question } from '$lib/domain/lesson';
import { explainingCard } from './explaining-card';

const FOLDER = 'content/lessons/';
/** The curriculum's lesson, with each text where a published one has it. */
function lessonOf(slug: string): Lesson {
	const source = JSON.parse(readFileSync(`${FOLDER}${slug}.json`, 'utf8')) as SourceLesson;
	return JSON.parse(JSON.stringify(source), (_, value: unknown) =>
		typeof value === 'object' && value !== null && 'vi' in value
			? { vi: { text: (value as { vi: string }).vi } }
			: value
	) as Lesson;
}
const explaining = (slug: string, question: number) => {
	const lesson = lessonOf(slug);
	return explainingCard(
		lesson,
		lesson.questions.find(({ id }) => id === question)!
	);
};

test.each([
	['ai-giup-minh', 1, 3],
	['ai-giup-minh', 2, 6],
	['ban-qua-zalo-facebook', 1, 2],
	['ban-qua-zalo-facebook', 2, 3],
	['bao-bi-nhan', 2, 6],
	['cai-ung-dung', 1, 2],
	['chon-hang', 1, 2],
	['chon-hang', 2, 5],
	['chup-anh', 2, 6]
])('%s, question %i: card %i', (slug, question, card) => expect(explaining(slug, question)).toBe(card));

test('the card that the lesson names comes before the nearest; one that it does not have does not', () => {
	const lesson = lessonOf('chon-hang');
	const question = lesson.questions[0] as Question;
	expect(explainingCard(lesson, { ...question, explains: 4 })).toBe(4);
	expect(explainingCard(lesson, { ...question, explains: 44 })).toBe(2);
});

test('every question of the curriculum has one', () => {
	for (const file of readdirSync(FOLDER)) {
		const lesson = lessonOf(file.replace('.json', ''));
		const cards = lesson.cards.map(({ id }) => id);
		for (const question of lesson.questions) expect(cards).toContain(explainingCard(lesson, question));
	}
});
