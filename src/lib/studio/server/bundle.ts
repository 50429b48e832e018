import type { SourceCourse, SourceLesson, TextByLanguage } from '$lib/domain/curriculum';
import type { SourcePractice } from '$lib/domain/practice';
import type { Fault } from './faults/fault';

/** Lessons before they are published, in whichever form they came. */
export type Bundle = {
	courses: SourceCourse[];
	lessons: SourceLesson[];
	/** Practices of lessons, each with a file of its own. */
	practices?: SourcePractice[];
	/** Where each course, module, lesson, card, question, option and step stands in what was handed in. */
	places: Map<object, string>;
};

/** What came in from outside, or every fault of it, each with its place. */
export type Checked<T> = { kind: 'good'; value: T } | { kind: 'faulty'; faults: Fault[] };

/** The options of a question, or the steps of one that asks for an order. */
export function partsOf<Option, Step>(
	question: { kind: 'order'; steps: Step[] } | { kind: 'choice' | 'truefalse'; options: Option[] }
): (Option | Step)[] {
	return question.kind === 'order' ? question.steps : question.options;
}
export const partsName = ({ kind }: { kind: string }) => (kind === 'order' ? 'steps' : 'options');

/** Every text and picture of the bundle with its place. Texts come in the order in which they are heard. */
export function* textsOf({ courses, lessons, practices = [], places }: Bundle) {
	const at = (thing: object, name: string) => `${places.get(thing) ?? '?'}.${name}`;
	for (const course of courses) {
		yield { place: at(course, 'title'), text: course.title };
		for (const module of course.modules) yield { place: at(module, 'title'), text: module.title };
	}
	for (const lesson of lessons) {
		yield { place: at(lesson, 'title'), text: lesson.title };
		yield { place: at(lesson, 'objective'), text: lesson.objective };
		for (const card of lesson.cards) yield { place: at(card, 'say'), text: card.say };
		if (lesson.discuss) yield { place: at(lesson, 'discuss'), text: lesson.discuss };
		for (const question of lesson.questions) {
			yield { place: at(question, 'ask'), text: question.ask };
			for (const part of partsOf(question)) yield { place: at(part, 'text'), text: part.text };
			yield { place: at(question, 'why'), text: question.why };
		}
	}
	for (const practice of practices)
		for (const text of textsOfPractice(practice)) yield { place: places.get(practice) ?? '?', text };
}

/** A practice has many forms: whatever has words in Vietnamese is a text, whatever stands under a picture's name a
 * picture. */
export function* textsOfPractice(practice: SourcePractice): Generator<TextByLanguage> {
	for (const { value } of partsWithin(practice)) if (isText(value)) yield value;
}
export function* picturesOfPractice(practice: SourcePractice): Generator<string> {
	for (const { key, value } of partsWithin(practice))
		if (isPicture(key) && typeof value === 'string') yield value;
}

/** Names under which a picture's description stands in a practice. */
const PICTURES = new Set(['picture', 'base', 'kept', 'shown']);
export const isPicture = (key: string) => PICTURES.has(key);
export const isText = (value: unknown): value is TextByLanguage =>
	typeof value === 'object' && value !== null && 'vi' in value && typeof value.vi === 'string';

function* partsWithin(value: unknown, key = ''): Generator<{ key: string; value: unknown }> {
	yield { key, value };
	if (typeof value !== 'object' || value === null || isText(value)) return;
	for (const [name, inner] of Object.entries(value))
		yield* partsWithin(inner, Array.isArray(value) ? key : name);
}

export function* picturesOf({ courses, lessons, practices = [], places }: Bundle) {
	for (const course of courses) yield { place: places.get(course), picture: course.picture };
	for (const lesson of lessons) {
		for (const card of lesson.cards) yield { place: places.get(card), picture: card.picture };
		for (const part of lesson.questions.flatMap(partsOf))
			yield { place: places.get(part), picture: part.picture };
	}
	for (const practice of practices)
		for (const picture of picturesOfPractice(practice)) yield { place: places.get(practice), picture };
}
