import { lockCard, rename, resetCode, revokePhone } from '$lib/console/server/change-woman';
import { badgesOfWoman } from '$lib/console/server/badges-of-woman';
import { revokeBadge } from '$lib/console/server/revoke-badge';
import { consoleCourses } from '$lib/console/server/courses';
import { dropNote, writeNote } from '$lib/console/server/note-on-woman';
import { roundToAsk, tellFollowUp } from '$lib/console/server/tell-followup';
import { openWoman } from '$lib/console/server/open';
import { seeWoman } from '$lib/console/server/see-woman';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { pathOf } from '$lib/console/path-view';
import { NEED_RULES, needsOf } from '$lib/domain/needs';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { scamTitles } from '$lib/server/repositories/scams';
import { newPublicId } from '$lib/server/secrets';
import { askedIn } from '$lib/studio/server/asked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const { woman, groups } = await openWoman(locals.principal, params.id);
	const { language } = wordsOf(cookies);
	const [{ view, etag }, courses, catalog, others, scams] = await Promise.all([
		seeWoman(woman, groups[0]),
		consoleCourses(language),
		currentCatalog(),
		learnersOfGroup(groups[0].id),
		scamTitles()
	]);
	const { progress, practices, phones, facts, answers, notes, heard, said } = view;
	const titles = new Map(courses.flatMap(({ lessons }) => lessons.map(({ slug, title }) => [slug, title])));
	const nowMs = Date.now();
	const staff = staffOf(locals);
	const toAsk = roundToAsk(courses, { progress, heard, said }, nowMs);
	const withTitle = <R extends { course: string }>(round: R) => ({
		...round,
		title: courses.find(({ slug }) => slug === round.course)?.title ?? round.course
	});
	return {
		nowMs,
		seen: { view: woman.id, etag, nowMs },
		woman,
		needs: facts ? needsOf(facts, nowMs) : [],
		answers,
		courses,
		asked: await askedIn(catalog, language),
		notes: notes.map(({ author, ...note }) => ({ ...note, isOwn: author === staff.id })),
		noteKey: newPublicId(15),
		group: groups[0].id,
		groups: groups.map(({ name }) => name),
		taken: others.filter(({ id }) => id !== woman.id).map(({ picture }) => picture),
		path: pathOf(courses, progress, NEED_RULES.stuck.afterWrong),
		scams,
		practices: practices.map((done) => ({
			...done,
			title: scams[done.lesson] ?? titles.get(done.lesson) ?? done.lesson
		})),
		phones,
		together: heard.map((one) => ({ ...one, title: titles.get(one.lesson) ?? one.lesson })),
		followUps: said.map(withTitle),
		toAsk: toAsk && withTitle(toAsk),
		badges: await badgesOfWoman(woman.id, catalog, progress, language),
		mayRevokeBadges: staffOf(locals).role === 'manager',
		cardKey: newPublicId(15)
	};
};

export const actions: Actions = {
	writeNote: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return writeNote(staffOf(locals), woman.id, await request.formData(), wordsOf(cookies));
	},
	deleteNote: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return dropNote(staffOf(locals), woman.id, await request.formData(), wordsOf(cookies));
	},
	tellFollowUp: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		const words = wordsOf(cookies);
		const courses = await consoleCourses(words.language);
		return tellFollowUp(staffOf(locals), woman.id, courses, await request.formData(), words);
	},
	revokeBadge: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return revokeBadge(staffOf(locals), woman.id, await request.formData(), wordsOf(cookies));
	},
	rename: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return rename(staffOf(locals), woman, await request.formData(), wordsOf(cookies));
	},
	revokePhone: async ({ locals, params, request, cookies }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return revokePhone(staffOf(locals), woman.id, await request.formData(), wordsOf(cookies));
	},
	resetCode: async ({ locals, params }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return resetCode(staffOf(locals), woman.id);
	},
	revokeCard: async ({ locals, params }) => {
		const { woman } = await openWoman(locals.principal, params.id);
		return lockCard(staffOf(locals), woman.id);
	}
};
