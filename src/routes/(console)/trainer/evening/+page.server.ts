import { fail, redirect } from '@sveltejs/kit';
import { consoleCourses } from '$lib/console/server/courses';
import { textOf } from '$lib/console/server/form';
import { seeEvening } from '$lib/console/server/see-evening';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { MARKS } from '$lib/domain/evening';
import { giveUp } from '$lib/server/errors';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { markNeed } from '$lib/server/repositories/evening';
import { groupsOf } from '$lib/server/repositories/groups';
import { scamTitles } from '$lib/server/repositories/scams';
import { womenToSee } from '$lib/server/repositories/seeing';
import { askedIn } from '$lib/studio/server/asked';
import type { Actions, PageServerLoad } from './$types';

const MAX_NEED = 160;

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const staff = staffOf(locals);
	const { language } = wordsOf(cookies);
	const nowMs = Date.now();
	const [evening, courses, asked, scams] = await Promise.all([
		seeEvening(staff, language, nowMs),
		consoleCourses(language),
		currentCatalog().then((catalog) => askedIn(catalog, language)),
		scamTitles()
	]);
	return { ...evening, courses, asked, scams, nowMs };
};

export const actions: Actions = {
	mark: async ({ locals, request }) => {
		const staff = staffOf(locals);
		const form = await request.formData();
		const learner = textOf(form, 'woman');
		const mark = MARKS.find((one) => one === textOf(form, 'mark'));
		const needs = form.getAll('need').filter((need) => typeof need === 'string' && need.length <= MAX_NEED);
		if (!mark || needs.length === 0 || needs.length > 50) return fail(400);
		const hers = await womenToSee((await groupsOf(staff)).map(({ id }) => id));
		if (!hers.some(({ id }) => id === learner)) giveUp('forbidden');
		for (const need of needs) await markNeed({ learner, need: String(need), mark }, staff.id);
		redirect(303, '/trainer/evening');
	}
};
