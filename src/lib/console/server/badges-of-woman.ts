import { awardsOf, missingFor } from '$lib/domain/badge';
import { inLanguage } from '$lib/domain/language';
import type { Catalog } from '$lib/domain/course';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { Progress } from '$lib/domain/progress';
import { badgesOf } from '$lib/server/repositories/badges-of';
import { doneBeside } from '$lib/server/repositories/done-beside';

/** Her badges: issued ones with their day, and those she has earned that wait to be confirmed (null). */
export async function badgesOfWoman(learner: string, catalog: Catalog, progress: Progress, language: string) {
	const issued = new Map((await badgesOf(learner)).map((badge) => [badge.course, badge]));
	const titles = new Map(
		[...catalog.courses, ...(catalog.achievements ?? [])].map((one) => [one.slug, one.title])
	);
	const awards = awardsOf(catalog);
	const done = await doneBeside(learner, awards);
	return awards
		.filter((award) => issued.has(award.slug) || missingFor(award, progress, done).length === 0)
		.map(({ slug }) => ({
			course: slug,
			title: titleOf(titles.get(slug), language) ?? slug,
			issued: issued.get(slug) ?? null
		}));
}

const titleOf = (title: SpokenByLanguage | undefined, language: string) =>
	title && inLanguage(title, language).text;
