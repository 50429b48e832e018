import { inLanguage } from '$lib/domain/language';
import type { Lesson, Question } from '$lib/domain/lesson';
import type { SpokenByLanguage } from '$lib/domain/media';

/** A piece of what is played: a clip, or the two tones before a title; then silence. */
export type Piece = { clip: string; thenMs: number } | { chime: true; thenMs: number };

/** After a sentence: a breath. */
const BREATH_MS = 700;
/** After a title: everybody looks up. */
const TITLE_MS = 1200;
/** Between two options. */
const OPTION_MS = 500;
/** To begin to talk about it; whoever wants longer stops the loudspeaker. */
const TALK_MS = 10_000;
/** To say the answer aloud, in a room full of women, before it is told. */
const ANSWER_MS = 6000;

/** A spoken chapter mark: two tones and the title. */
export const markOf = (title: SpokenByLanguage, language: string): Piece[] => [
	{ chime: true, thenMs: 300 },
	{ clip: clipIn(title, language), thenMs: TITLE_MS }
];

/** A lesson as a loudspeaker tells it: its mark, what it is for, the cards, then each question with time to answer. */
export function spokenOrder(lesson: Lesson, language: string): Piece[] {
	const say = (text: SpokenByLanguage, thenMs = BREATH_MS) => ({ clip: clipIn(text, language), thenMs });
	return [
		...markOf(lesson.title, language),
		say(lesson.objective, TITLE_MS),
		...lesson.cards.map((card) => say(card.say, BREATH_MS)),
		...(lesson.discuss ? [say(lesson.discuss, TALK_MS)] : []),
		...lesson.questions.flatMap((question) => asked(question, say))
	];
}

/** A question with choices says them before the pause; of steps, the order is the answer. */
function asked(question: Question, say: (text: SpokenByLanguage, thenMs?: number) => Piece): Piece[] {
	const { ask, why } = question;
	if (question.kind === 'order')
		return [
			say(ask, ANSWER_MS),
			...question.steps.map(({ text }) => say(text, OPTION_MS)),
			say(why, TITLE_MS)
		];
	const right = question.options.filter(({ correct }) => correct);
	return [
		say(ask),
		...question.options.map(({ text }, i) =>
			say(text, i === question.options.length - 1 ? ANSWER_MS : OPTION_MS)
		),
		...right.map(({ text }) => say(text, OPTION_MS)),
		say(why, TITLE_MS)
	];
}

const clipIn = (text: SpokenByLanguage, language: string) => inLanguage(text, language).clip;
