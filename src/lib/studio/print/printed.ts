import { inLanguage } from '$lib/domain/language';
import type { Lesson, Question } from '$lib/domain/lesson';

/** What stands on paper of a lesson. */
export type PrintedPart = { text: string; picture: string };
export type PrintedLesson = {
	slug: string;
	/** From 1, through the whole course. */
	n: number;
	title: string;
	module: string;
	objective: string;
	/** What its QR code opens. */
	address: string;
	cards: PrintedPart[];
	/** What to ask each other after it; '' for nothing. */
	discuss: string;
};
export type PrintedQuestion = {
	key: string;
	lesson: string;
	n: number;
	ask: string;
	why: string;
	isOrder: boolean;
	/** As they stand on the front, each under its letter. */
	parts: (PrintedPart & { letter: string })[];
	/** On the back: the right option, or all steps in their order. */
	answer: (PrintedPart & { letter: string })[];
};

export function printedLesson(
	lesson: Lesson,
	{ n, module, origin, language }: { n: number; module: string; origin: string; language: string }
): PrintedLesson {
	const text = (by: Lesson['title']) => inLanguage(by, language).text;
	return {
		...{ slug: lesson.slug, n, module, title: text(lesson.title), objective: text(lesson.objective) },
		address: `${origin}/lessons/${lesson.slug}`,
		cards: lesson.cards.map(({ say, picture }) => ({ text: text(say), picture })),
		discuss: lesson.discuss ? text(lesson.discuss) : ''
	};
}

const LETTERS = ['A', 'B', 'C', 'D', 'E'];

export function printedQuestion(
	question: Question,
	lesson: Lesson,
	n: number,
	language: string
): PrintedQuestion {
	const text = (by: Lesson['title']) => inLanguage(by, language).text;
	const isOrder = question.kind === 'order';
	const right = isOrder
		? question.steps.map(({ id }) => id)
		: question.options.filter(({ correct }) => correct).map(({ id }) => id);
	const given: { id: number; text: Lesson['title']; picture: string }[] = isOrder
		? mixed(question.steps)
		: question.options;
	const parts = given.map((part, i) => ({
		...{ id: part.id, letter: LETTERS[i] ?? '', text: text(part.text), picture: part.picture }
	}));
	const bare = ({ letter, text, picture }: (typeof parts)[number]) => ({ letter, text, picture });
	return {
		...{ key: `${lesson.slug} ${question.id}`, lesson: text(lesson.title), n, isOrder },
		...{ ask: text(question.ask), why: text(question.why) },
		parts: parts.map(bare),
		answer: right.flatMap((id) => parts.filter((part) => part.id === id).map(bare))
	};
}

/** The steps in another order than the right one, and the same one at each printing: odd places backwards, then even. */
function mixed<T>(steps: readonly T[]): T[] {
	const odd = steps.filter((_, i) => i % 2 === 1);
	const even = steps.filter((_, i) => i % 2 === 0);
	return [...odd.reverse(), ...even];
}

export const CARDS_A_ROW = 2;
export const CARDS_A_PAGE = 6;

/** Pages of cards: what stands on each front, and its back as the printer must have it: turned over the long edge,
 * left becomes right. Empty places are undefined. */
export function pagesOf<T>(cards: T[]): { front: (T | undefined)[]; back: (T | undefined)[] }[] {
	const pages = [];
	for (let at = 0; at < cards.length; at += CARDS_A_PAGE) {
		const front: (T | undefined)[] = Array.from({ length: CARDS_A_PAGE }, (_, i) => cards[at + i]);
		pages.push({ front, back: mirrored(front) });
	}
	return pages;
}

function mirrored<T>(front: T[]): T[] {
	const rows = Array.from({ length: front.length / CARDS_A_ROW }, (_, row) =>
		front.slice(row * CARDS_A_ROW, (row + 1) * CARDS_A_ROW).reverse()
	);
	return rows.flat();
}
