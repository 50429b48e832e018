import { env } from '$lib/server/env';
import { printedLesson } from '$lib/studio/print/printed';
import { courseToPrint } from '$lib/studio/server/course-to-print';
import { languageAsked } from '$lib/studio/server/language-asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageAsked(url);
	const { course, title, lessons } = await courseToPrint(params.slug, language);
	const origin = env.origin ?? url.origin;
	return {
		...{ language, title, slug: course.slug },
		lessons: lessons.map(({ lesson, module }, i) =>
			printedLesson(lesson, { n: i + 1, module, origin, language })
		)
	};
};
