import type { LookedAt } from '$lib/domain/clip-fault';
import type { CatalogCourse, CatalogLesson } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import type { Lesson } from '$lib/domain/lesson';
import type { SpokenByLanguage } from '$lib/domain/media';
import { currentlyPublished } from '../current';
import { partsOf } from '../bundle';
import type { Lexicon } from '../narrate/lexicon';
import { readLessons } from '../read-lesson';
import { compareCounts, countFaults, lexiconOf, lookAt, worstFirst, type Counts } from './look-at';
import { textsOfPublished } from './texts-of-published';

export type LessonClips = {
	slug: string;
	kind: 'lesson' | 'check' | 'practice';
	title: string;
	course: string;
	texts: LookedAt[];
	counts: Counts;
};
type Spoken = Pick<LessonClips, 'slug' | 'kind' | 'title'> & { said: SpokenByLanguage[] };

/** Every text of every published lesson, practice and check in a language, with what is wrong with its clip; those
 * with the worst first. */
export async function lookAtClips(language: string): Promise<LessonClips[]> {
	const { courses } = (await currentlyPublished()).published.catalog;
	const lexicon = lexiconOf(language);
	const looked = await Promise.all(
		courses.map(async (course) =>
			(await spokenIn(course)).map(({ said, ...of }) => {
				const texts = lookAtEach(said, language, lexicon);
				return {
					...{ ...of, course: course.title.vi.text },
					...{ texts: worstFirst(texts), counts: countFaults(texts) }
				};
			})
		)
	);
	return looked.flat().sort((a, b) => compareCounts(a.counts, b.counts));
}

/** Once each: "Right" and "wrong" stand under many questions. */
export function lookAtEach(said: SpokenByLanguage[], language: string, lexicon: Lexicon): LookedAt[] {
	const once = new Map(said.map((by) => [(by[language] ?? by.vi).text, by[language]]));
	return [...once].map(([text, clip]) => lookAt(text, clip, language, lexicon));
}

async function spokenIn(course: CatalogCourse): Promise<Spoken[]> {
	const listed = lessonsOf(course);
	const all = course.check ? [...listed, course.check] : listed;
	const lessons = await readLessons(all.map(({ hash }) => hash));
	const practices = await Promise.all(listed.map(practiceIn));
	return [
		...all.flatMap((one): Spoken[] => {
			const lesson = lessons.get(one.hash);
			if (!lesson) return [];
			const kind = one === course.check ? 'check' : 'lesson';
			return [{ ...{ slug: one.slug, kind, title: one.title.vi.text }, said: textsIn(lesson) }];
		}),
		...practices.flat()
	];
}

async function practiceIn({ slug, title, practice }: CatalogLesson): Promise<Spoken[]> {
	const said = practice ? await textsOfPublished(practice.hash) : [];
	return said.length > 0 ? [{ slug, kind: 'practice', title: title.vi.text, said }] : [];
}

/** Titles of courses and modules: said by the app, and in no lesson. */
export async function titlesPublished(): Promise<SpokenByLanguage[]> {
	const { courses } = (await currentlyPublished()).published.catalog;
	return courses.flatMap(({ title, modules }) => [title, ...modules.map((module) => module.title)]);
}

function textsIn(lesson: Lesson): SpokenByLanguage[] {
	return [
		lesson.title,
		lesson.objective,
		...lesson.cards.map(({ say }) => say),
		...(lesson.discuss ? [lesson.discuss] : []),
		...lesson.questions.flatMap((question) => [
			question.ask,
			...partsOf(question).map(({ text }) => text),
			question.why
		])
	];
}
