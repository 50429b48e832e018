import { error, fail, redirect } from '@sveltejs/kit';
import { textOf } from '$lib/console/server/form';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { consoleCourses } from '$lib/console/server/courses';
import { gainOf } from '$lib/domain/gain';
import { knownOf } from '$lib/domain/known';
import { giveUp } from '$lib/server/errors';
import { reachesAll, reachOf } from '$lib/server/reach';
import { noteAct } from '$lib/server/repositories/audit';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { groupsOf } from '$lib/server/repositories/groups';
import { learnedIn } from '$lib/server/repositories/known';
import { runningPilots, setPilot } from '$lib/server/repositories/pilots';
import { askedIn } from '$lib/studio/server/asked';
import { publishedHere } from '$lib/studio/server/current';
import type { Actions, PageServerLoad } from './$types';

/** More questions than this nobody reads; the least known come first. */
const QUESTIONS_SHOWN = 60;

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
	const staff = staffOf(locals);
	const reach = reachOf(staff) ?? giveUp('forbidden');
	const { language } = wordsOf(cookies);
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const group = url.searchParams.get('group') ?? '';
	if (group && !groups.some(({ id }) => id === group)) error(404);
	const [learned, asked, courses, pilots] = await Promise.all([
		learnedIn(reach, group),
		currentCatalog().then((catalog) => askedIn(catalog, language)),
		consoleCourses(language),
		runningPilots()
	]);
	const titles = new Map(courses.flatMap(({ lessons }) => lessons.map(({ slug, title }) => [slug, title])));
	const { questions, ...known } = knownOf(learned.known);
	const names = new Map(courses.map(({ slug, title }) => [slug, title]));
	return {
		group,
		groups: groups.map(({ id, name }) => ({ id, name })),
		...known,
		gains: gainOf(learned.checks).map((gain) => ({ ...gain, title: names.get(gain.course) ?? gain.course })),
		questions: questions.slice(0, QUESTIONS_SHOWN).map((one) => ({
			...one,
			title: titles.get(one.lesson) ?? one.lesson,
			ask: asked[one.lesson]?.[one.question]?.ask ?? ''
		})),
		// Which half a question is in says nothing before a pilot has begun.
		pilot: { isRunning: pilots.includes('review'), mayChange: reachesAll(staff) }
	};
};

export const actions: Actions = {
	pilot: async ({ locals, request }) => {
		const staff = staffOf(locals);
		if (!reachesAll(staff)) giveUp('forbidden');
		const wanted = textOf(await request.formData(), 'run');
		if (wanted !== 'begin' && wanted !== 'end') return fail(400);
		await setPilot('review', wanted === 'begin', staff.id);
		publishedHere();
		await noteAct(staff.id, 'pilot.changed', `review ${wanted}`);
		redirect(303, '/trainer/known');
	}
};
