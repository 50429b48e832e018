import { inLanguage } from '$lib/domain/language';
import { lessonsOf, type CatalogCourse } from '$lib/domain/course';
import type { Lesson } from '$lib/domain/lesson';
import { giveUp } from '$lib/server/errors';
import { currentlyPublished } from './current';
import { readLessons } from './read-lesson';

export type CourseToPrint = {
	course: CatalogCourse;
	title: string;
	/** In the order in which they are learned. */
	lessons: { lesson: Lesson; module: string }[];
};

/** A published course with all its lessons, or 404. */
export async function courseToPrint(slug: string, language: string): Promise<CourseToPrint> {
	const { published } = await currentlyPublished();
	const course = published.catalog.courses.find((one) => one.slug === slug) ?? giveUp('course_unknown');
	const found = await readLessons(lessonsOf(course).map(({ hash }) => hash));
	const lessons = course.modules.flatMap((module) =>
		module.lessons.flatMap(({ hash }) => {
			const lesson = found.get(hash);
			return lesson ? [{ lesson, module: inLanguage(module.title, language).text }] : [];
		})
	);
	return { course, title: inLanguage(course.title, language).text, lessons };
}
