import { consoleCourses } from '$lib/console/server/courses';
import { seeOverview } from '$lib/console/server/see-overview';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { scamTitles } from '$lib/server/repositories/scams';
import { askedIn } from '$lib/studio/server/asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const { language } = wordsOf(cookies);
	const courses = await consoleCourses(language);
	const { view, etag } = await seeOverview(staffOf(locals), courses);
	return {
		courses,
		asked: await askedIn(await currentCatalog(), language),
		scams: await scamTitles(),
		seen: { view, etag, nowMs: Date.now() }
	};
};
