import { courseToShow } from '$lib/console/course-to-show';
import { addWomen } from '$lib/console/server/add-women';
import { consoleCourses } from '$lib/console/server/courses';
import { openGroup } from '$lib/console/server/open';
import { seeGroup } from '$lib/console/server/see-group';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { scamTitles } from '$lib/server/repositories/scams';
import { newPublicId } from '$lib/server/secrets';
import { askedIn } from '$lib/studio/server/asked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
	const { language } = wordsOf(cookies);
	const courses = await consoleCourses(language);
	const { view, etag } = await seeGroup(locals.principal, params.id, courses);
	return {
		courses,
		asked: await askedIn(await currentCatalog(), language),
		scams: await scamTitles(),
		seen: { view, etag, nowMs: Date.now() },
		course: courseToShow(courses, view, url.searchParams.get('course')),
		added: Number(url.searchParams.get('added')) || 0,
		formKey: newPublicId(15),
		cardsKey: newPublicId(15)
	};
};

export const actions: Actions = {
	add: async ({ locals, params, request, cookies }) => {
		const group = await openGroup(locals.principal, params.id);
		return addWomen(staffOf(locals), group, await request.formData(), wordsOf(cookies));
	}
};
