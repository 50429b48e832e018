import * as v from 'valibot';
import type { CourseColor } from '$lib/domain/course';
import type { SourceCourse, SourceLesson, TextByLanguage } from '$lib/domain/curriculum';
import type { Bundle, Checked } from './bundle';
import {
	CurriculumForm,
	PRACTICE,
	type CourseForm,
	type LessonForm,
	type ModuleForm,
	type QuestionForm
} from './curriculum-form';
import { faultsOf } from './faults/faults-of';

/** Courses take these in turn. */
const COLORS: readonly CourseColor[] = ['indigo', 'rice', 'madder', 'earth'];

/**
 * Reads a curriculum of the form of shared/content/curriculum.json: checks all of it and numbers cards, questions,
 * options and steps from 1. Whether its pictures and clips exist is for `checkBundle`.
 */
export function readCurriculum(input: unknown): Checked<Bundle> {
	const read = v.safeParse(CurriculumForm, input);
	if (!read.success) return { kind: 'faulty', faults: faultsOf(read.issues) };
	const bundle: Bundle = { courses: [], lessons: [], places: new Map() };
	read.output.courses.forEach((course, i) => addCourse(bundle, course, i));
	return { kind: 'good', value: bundle };
}

function addCourse(bundle: Bundle, course: CourseForm, i: number): void {
	const place = `courses[${i}]`;
	const source: SourceCourse = {
		slug: course.slug,
		title: textIn(course, 'title'),
		picture: course.icon,
		color: COLORS[i % COLORS.length] as CourseColor,
		modules: course.modules.map((module, j) => readModule(bundle, module, `${place}.modules[${j}]`))
	};
	bundle.places.set(source, place);
	bundle.courses.push(source);
}

function readModule(bundle: Bundle, module: ModuleForm, place: string): SourceCourse['modules'][number] {
	module.lessons.forEach((lesson, i) => addLesson(bundle, lesson, `${place}.lessons[${i}]`));
	const source = {
		slug: module.slug,
		title: textIn(module, 'title'),
		lessons: module.lessons.map(({ slug }) => slug)
	};
	bundle.places.set(source, place);
	return source;
}

function addLesson({ lessons, places }: Bundle, lesson: LessonForm, place: string): void {
	const placed = placing(places);
	const [, name = '', brief = ''] = PRACTICE.exec(lesson.practice) ?? [];
	const source: SourceLesson = {
		slug: lesson.slug,
		title: textIn(lesson, 'title'),
		objective: textIn(lesson, 'objective'),
		cards: lesson.cards.map((card, i) =>
			placed(`${place}.cards[${i}]`, { id: i + 1, say: textIn(card, 'say'), picture: card.picture })
		),
		...('discuss_vi' in lesson ? { discuss: textIn(lesson, 'discuss') } : {}),
		questions: lesson.quiz.map((question, i) =>
			placed(
				`${place}.quiz[${i}]`,
				readQuestion(question, i + 1, (part, made) => placed(`${place}.quiz[${i}].${part}`, made))
			)
		),
		practice: { name, brief: brief.trim() }
	};
	lessons.push(placed(place, source));
}

type Placed = <T extends object>(place: string, made: T) => T;

function placing(places: Map<object, string>): Placed {
	return (place, made) => {
		places.set(made, place);
		return made;
	};
}

function readQuestion(form: QuestionForm, id: number, placed: Placed): SourceLesson['questions'][number] {
	const asked = { id, ask: textIn(form, 'ask'), why: textIn(form, 'why') };
	if (form.kind === 'order') {
		const steps = form.steps.map((step, i) =>
			placed(`steps[${i}]`, { id: i + 1, text: textIn(step), picture: step.picture })
		);
		return { ...asked, kind: form.kind, steps };
	}
	const options = form.options.map((option, i) =>
		placed(`options[${i}]`, {
			id: i + 1,
			text: textIn(option, 'text'),
			picture: option.picture,
			correct: option.correct
		})
	);
	return { ...asked, kind: form.kind, options };
}

/** `say_vi`, `say_en`, … as `{vi, en, …}`; without a name, the languages are the keys themselves. */
function textIn(form: Record<string, unknown>, name = ''): TextByLanguage {
	const prefix = name ? `${name}_` : '';
	const texts = Object.entries(form).flatMap(([key, value]) => {
		const language = key.slice(prefix.length);
		const isText = key.startsWith(prefix) && isLanguage(language) && typeof value === 'string';
		return isText ? [[language, value.trim()] as const] : [];
	});
	return Object.fromEntries(texts) as TextByLanguage;
}

const isLanguage = (tag: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
