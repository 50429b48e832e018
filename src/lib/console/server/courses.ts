import { lessonsOf, type Catalog } from '$lib/domain/course';
import { inLanguage } from '$lib/domain/language';
import { currentCatalog } from '$lib/server/repositories/catalog';
import type { ConsoleCourse } from '../group-view';

/** The published courses as the console lists them. */
export async function consoleCourses(language: string): Promise<ConsoleCourse[]> {
	return listCourses(await currentCatalog(), language);
}

function listCourses({ courses }: Catalog, language: string): ConsoleCourse[] {
	return courses.map((course) => ({
		slug: course.slug,
		title: inLanguage(course.title, language).text,
		lessons: lessonsOf(course).map(({ slug, title, questions }) => ({
			slug,
			title: inLanguage(title, language).text,
			questions: questions.length
		}))
	}));
}
