import { printedQuestion } from '$lib/studio/print/printed';
import { courseToPrint } from '$lib/studio/server/course-to-print';
import { languageAsked } from '$lib/studio/server/language-asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const language = languageAsked(url);
	const { course, title, lessons } = await courseToPrint(params.slug, language);
	return {
		...{ language, title, slug: course.slug },
		questions: lessons.flatMap(({ lesson }, i) =>
			lesson.questions.map((question) => printedQuestion(question, lesson, i + 1, language))
		)
	};
};
