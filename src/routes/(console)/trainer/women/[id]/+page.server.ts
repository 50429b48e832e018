import { lockCard, rename, resetCode, revokePhone } from '$lib/console/server/change-woman';
import { badgesOfWoman } from '$lib/console/server/badges-of-woman';
import { revokeBadge } from '$lib/console/server/revoke-badge';
import { consoleCourses } from '$lib/console/server/courses';
import { dropNote, writeNote } from '$lib/console/server/note-on-woman';
import { openWoman } from '$lib/console/server/open';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { pathOf } from '$lib/console/path-view';
import { NEED_RULES, needsOf } from '$lib/domain/needs';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { devicesOf } from '$lib/server/repositories/devices';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { heardInGroup } from '$lib/server/repositories/meetings';
import { practicesOf } from '$lib/server/repositories/practices';
import { progressOf } from '$lib/server/repositories/progress';
import { answersOf, womenToSee } from '$lib/server/repositories/seeing';
import { notesOf } from '$lib/server/repositories/woman-notes';
import { newPublicId } from '$lib/server/secrets';
import { askedIn } from '$lib/studio/server/asked';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const { woman, groups } = await openWoman(locals.principal, params.id);
	const { language } = wordsOf(cookies);
	const [progress, practices, phones, courses, catalog, others, seen, answers, notes] = await Promise.all([
		progressOf(woman.id),
		practicesOf(woman.id),
		devicesOf(woman.id),
		consoleCourses(language),
		currentCatalog(),
		learnersOfGroup(groups[0].id),
		womenToSee([groups[0].id]),
		answersOf(woman.id),
		notesOf(woman.id)
	]);
	const titles = new Map(courses.flatMap(({ lessons }) => lessons.map(({ slug, title }) => [slug, title])));
	const nowMs = Date.now();
	const staff = staffOf(locals);
	const needsOfHer = seen.find(({ id }) => id === woman.id);
	return {
		nowMs,
		woman,
		needs: needsOfHer ? needsOf(needsOfHer, nowMs) : [],
		answers,
		courses,
		asked: await askedIn(catalog, language),
		notes: notes.map(({ author, ...note }) => ({ ...note, isOwn: author === staff.id })),
		noteKey: newPublicId(15),
		group: groups[0].id,
		groups: groups.map(({ name }) => name),
		taken: others.filter(({ id }) => id !== woman.id).map(({ picture }) => picture),
		path: pathOf(courses, progress, NEED_RULES.stuck.afterWrong),
		practices: practices.map((done) => ({ ...done, title: titles.get(done.lesson) ?? done.lesson })),
		phones,
		together: (await heardInGroup(woman.id)).map((heard) => ({
			...heard,
			title: titles.get(heard.lesson) ?? heard.lesson
		})),
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
