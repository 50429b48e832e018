import { consoleCourses } from '$lib/console/server/courses';
import { makeGroup } from '$lib/console/server/make-group';
import { seeHome } from '$lib/console/server/see-home';
import { trainersToName } from '$lib/console/server/staff/trainers-to-name';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { scamTitles } from '$lib/server/repositories/scams';
import { newPublicId } from '$lib/server/secrets';
import { askedIn } from '$lib/studio/server/asked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const staff = staffOf(locals);
	const { language } = wordsOf(cookies);
	const [{ view, etag }, courses, asked, trainers, scams] = await Promise.all([
		seeHome(staff),
		consoleCourses(language),
		currentCatalog().then((catalog) => askedIn(catalog, language)),
		trainersToName(staff),
		scamTitles()
	]);
	return {
		seen: { view, etag, nowMs: Date.now() },
		courses,
		asked,
		scams,
		trainers,
		formKey: newPublicId(15)
	};
};

export const actions: Actions = {
	make: async ({ locals, request, cookies }) =>
		makeGroup(staffOf(locals), await request.formData(), wordsOf(cookies))
};
