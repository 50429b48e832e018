import { CHECK_QUESTIONS, isCheck } from '$lib/domain/check';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import { partsName, partsOf, picturesOf, textsOf, type Bundle } from './bundle';
import { faultsOfPractice } from './check-practice';
import { Fault } from './faults/fault';

/** What a bundle leans on. */
export type Given = {
	hasPicture(description: string): boolean;
	hasClip(language: string, text: string): boolean;
	/** The course that has this lesson already, among those that this bundle does not replace. */
	courseOf(lesson: string): string | undefined;
};

/** Everything that schemas cannot see. @returns the faults, each with its place; none when all is well */
export function checkBundle(bundle: Bundle, given: Given): Fault[] {
	return [
		...checkSlugs(bundle, given),
		...checkNumbers(bundle),
		...checkCorrect(bundle),
		...(bundle.practices ?? []).flatMap((practice) =>
			faultsOfPractice(practice, bundle.places.get(practice))
		),
		...checkLengths(bundle),
		...checkPictures(bundle, given),
		...checkClips(bundle, given)
	];
}

function* checkSlugs({ courses, lessons, places }: Bundle, given: Given) {
	yield* duplicates(courses, places, 'slug', ({ slug }) => slug);
	yield* duplicates(lessons, places, 'slug', ({ slug }) => slug);
	for (const course of courses) yield* duplicates(course.modules, places, 'slug', ({ slug }) => slug);
	const known = new Set(lessons.map(({ slug }) => slug));
	const taken = new Map<string, string>();
	for (const module of courses.flatMap((course) => course.modules))
		for (const [i, slug] of module.lessons.entries()) {
			const place = `${places.get(module)}.lessons[${i}]`;
			if (!known.has(slug)) yield new Fault(place, 'noLesson', { slug });
			if (taken.has(slug) && !isNested(place, lessons, places))
				yield new Fault(place, 'lessonStands', { slug, place: taken.get(slug) });
			taken.set(slug, place);
		}
	for (const course of courses) {
		if (course.check === undefined) continue;
		const place = `${places.get(course)}.check`;
		if (!known.has(course.check)) yield new Fault(place, 'noLesson', { slug: course.check });
		if (taken.has(course.check))
			yield new Fault(place, 'lessonStands', { slug: course.check, place: taken.get(course.check) });
		taken.set(course.check, place);
		const check = lessons.find(({ slug }) => slug === course.check);
		if (check && !isCheck(check.questions.map(({ id }) => id)))
			yield new Fault(`${places.get(check)}.questions`, 'checkQuestions', { n: CHECK_QUESTIONS });
	}
	for (const lesson of lessons) {
		const course = given.courseOf(lesson.slug);
		const place = `${places.get(lesson)}.slug`;
		if (course) yield new Fault(place, 'takenBy', { slug: lesson.slug, course });
		if (!taken.has(lesson.slug)) yield new Fault(place, 'inNoCourse', { slug: lesson.slug });
	}
}

/** In a curriculum, lessons stand inside their modules: a double one is named once, as a double slug. */
const isNested = (place: string, lessons: Bundle['lessons'], places: Bundle['places']) =>
	lessons.some((lesson) => places.get(lesson) === place);

function* duplicates<T extends object>(
	list: T[],
	places: Bundle['places'],
	name: string,
	keyOf: (item: T) => string | number
) {
	const first = new Map<string | number, T>();
	for (const item of list) {
		const key = keyOf(item);
		const other = first.get(key);
		if (other)
			yield new Fault(`${places.get(item)}.${name}`, 'double', {
				...{ key: String(key), name },
				place: places.get(other)
			});
		else first.set(key, item);
	}
}

/** Progress is counted by these numbers, so each may stand for one part only. */
function* checkNumbers({ lessons, places }: Bundle) {
	for (const lesson of lessons) {
		yield* duplicates(lesson.cards, places, 'id', ({ id }) => id);
		yield* duplicates(lesson.questions, places, 'id', ({ id }) => id);
		for (const question of lesson.questions)
			yield* duplicates<{ id: number }>(partsOf(question), places, 'id', ({ id }) => id);
		for (const question of lesson.questions)
			if (question.explains !== undefined && !lesson.cards.some(({ id }) => id === question.explains))
				yield new Fault(`${places.get(question)}.explains`, 'noCard', { id: question.explains });
	}
}

function* checkCorrect({ lessons, places }: Bundle) {
	for (const question of lessons.flatMap((lesson) => lesson.questions)) {
		if (question.kind === 'order') continue;
		if (question.options.filter(({ correct }) => correct).length !== 1)
			yield new Fault(`${places.get(question)}.${partsName(question)}`, 'oneCorrect');
	}
}

/** What she hears at once: the longest of ours has 23 syllables, and 25 is where listening becomes work. */
const MAX_SYLLABLES = 40;

function* checkLengths({ lessons, places }: Bundle) {
	for (const card of lessons.flatMap((lesson) => lesson.cards)) {
		const syllables = card.say.vi.split(/\s+/u).length;
		if (syllables > MAX_SYLLABLES)
			yield new Fault(`${places.get(card)}.say_vi`, 'tooLongToHear', {
				...{ n: syllables, most: MAX_SYLLABLES }
			});
	}
}

function* checkPictures(bundle: Bundle, given: Given) {
	for (const { place, picture } of picturesOf(bundle))
		if (!given.hasPicture(picture)) yield new Fault(String(place), 'noPicture', { picture });
}

/** A text of the master language is never mute; of another, it is left out and heard in the master language. */
function* checkClips(bundle: Bundle, given: Given) {
	// A practice that cannot be said whole is left out of what is published (import-content.ts).
	for (const { place, text } of textsOf({ ...bundle, practices: [] }))
		if (!given.hasClip(MASTER_LANGUAGE, text.vi))
			yield new Fault(`${place}_${MASTER_LANGUAGE}`, 'noClip', { text: text.vi });
}
