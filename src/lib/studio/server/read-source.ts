import * as v from 'valibot';
import { SourceCourse, SourceLesson } from '$lib/domain/curriculum';
import { partsName, partsOf, type Bundle, type Checked } from './bundle';
import { Fault } from './faults/fault';
import { faultsOf } from './faults/faults-of';

/** The form of content/courses/*.json and content/lessons/*.json put together in one file. */
const SourceForm = v.object({
	courses: v.pipe(v.array(SourceCourse), v.minLength(1)),
	lessons: v.pipe(v.array(SourceLesson), v.minLength(1))
});

/** Reads a bundle in the source form. `nameOf` names a course or lesson in faults: by its number unless told. */
export function readSource(
	input: unknown,
	nameOf: (list: 'courses' | 'lessons', i: number) => string = (list, i) => `${list}[${i}]`
): Checked<Bundle> {
	const read = v.safeParse(SourceForm, input);
	if (!read.success) {
		const named = /^(courses|lessons)\[(\d+)\]/;
		const rename = ({ place, code, params }: Fault) => {
			const to = place.replace(named, (_, list: 'courses' | 'lessons', i: string) => nameOf(list, Number(i)));
			return new Fault(to, code, params);
		};
		return { kind: 'faulty', faults: faultsOf(read.issues).map(rename) };
	}
	// TextByLanguage is what its schema takes: an object with `vi` and any other language.
	const { courses, lessons } = read.output as Pick<Bundle, 'courses' | 'lessons'>;
	const places = new Map<object, string>();
	courses.forEach((course, i) => placeCourse(places, course, nameOf('courses', i)));
	lessons.forEach((lesson, i) => placeLesson(places, lesson, nameOf('lessons', i)));
	return { kind: 'good', value: { courses, lessons, places } };
}

function placeCourse(places: Bundle['places'], course: SourceCourse, place: string): void {
	places.set(course, place);
	course.modules.forEach((module, i) => places.set(module, `${place}.modules[${i}]`));
}

function placeLesson(places: Bundle['places'], lesson: SourceLesson, place: string): void {
	places.set(lesson, place);
	lesson.cards.forEach((card, i) => places.set(card, `${place}.cards[${i}]`));
	lesson.questions.forEach((question, i) => {
		places.set(question, `${place}.questions[${i}]`);
		partsOf(question).forEach((part, j) =>
			places.set(part, `${place}.questions[${i}].${partsName(question)}[${j}]`)
		);
	});
}
