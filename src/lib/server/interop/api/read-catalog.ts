import type { InferOutput } from 'valibot';
import type { SpokenByLanguage } from '$lib/domain/media';
import { env } from '../../env';
import { currentCatalog } from '../../repositories/catalog';
import type { ApiCatalog } from './forms';

const textsOf = (said: SpokenByLanguage) =>
	Object.fromEntries(Object.entries(said).map(([language, { text }]) => [language, text]));

export async function readCatalog(): Promise<InferOutput<typeof ApiCatalog>> {
	const { courses } = await currentCatalog();
	return {
		courses: courses.map(({ slug, title, modules }) => ({
			slug,
			title: textsOf(title),
			url: `${env.linkOrigin}/courses/${slug}`,
			modules: modules.map(({ slug, title, lessons }) => ({
				slug,
				title: textsOf(title),
				lessons: lessons.map(({ slug, title, seconds, questions }) => ({
					...{ slug, seconds },
					title: textsOf(title),
					questions: questions.length
				}))
			}))
		}))
	};
}
