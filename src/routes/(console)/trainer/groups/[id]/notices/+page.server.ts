import { openGroup } from '$lib/console/server/open';
import { assign } from '$lib/console/server/notices/assign';
import { changeNotice, takeBack } from '$lib/console/server/notices/change-notice';
import { dayAfter, todayIn } from '$lib/console/server/notices/days';
import { seeNotices } from '$lib/console/server/notices/see-notices';
import type { Sender } from '$lib/console/server/notices/send';
import { sendCard } from '$lib/console/server/notices/send-card';
import { sendVoice } from '$lib/console/server/notices/send-voice';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { inLanguage } from '$lib/domain/language';
import { giveUp } from '$lib/server/errors';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { groupOverview, groupsOf } from '$lib/server/repositories/groups';
import { reachesAll } from '$lib/server/reach';
import { newPublicId } from '$lib/server/secrets';
import { cardPicture, cardPictures } from '$lib/studio/server/card-picture';
import { keepVoice } from '$lib/studio/server/clips-of/keep-voice';
import { forgetRecordings } from '$lib/studio/server/recordings';
import { speakText } from '$lib/studio/server/speak-text';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const WEEK_DAYS = 7;

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
	const staff = staffOf(locals);
	const group = await openGroup(locals.principal, params.id);
	const { language } = wordsOf(cookies);
	const [catalog, overview, groups] = await Promise.all([
		currentCatalog(),
		groupOverview(group.id),
		groupsOf(staff)
	]);
	if (!overview) giveUp('not_found');
	const { women } = overview;
	const nowMs = Date.now();
	return {
		group,
		women: women.map(({ id, name, picture }) => ({ id, name, picture })),
		/** The woman whose page led here. */
		woman: url.searchParams.get('woman') ?? '',
		groups: groups.filter(({ archived }) => !archived).map(({ id, name, women }) => ({ id, name, women })),
		mayTellEverybody: reachesAll(staff),
		courses: catalog.courses.map(({ slug, title, modules }) => ({
			...{ slug, title: inLanguage(title, language).text },
			modules: modules.map((module) => ({
				...{ slug: module.slug, title: inLanguage(module.title, language).text },
				lessons: module.lessons.map((lesson) => ({
					...{ slug: lesson.slug, title: inLanguage(lesson.title, language).text }
				}))
			}))
		})),
		notices: await seeNotices(staff, group.id, { women, catalog, language }, nowMs),
		scenes: await cardPictures(),
		nowMs,
		today: todayIn(nowMs),
		inAWeek: dayAfter(nowMs, WEEK_DAYS),
		keys: { assign: newPublicId(15), voice: newPublicId(15), card: newPublicId(15) }
	};
};

async function senderOf({ locals, params, request, cookies }: RequestEvent): Promise<Sender> {
	const group = await openGroup(locals.principal, params.id);
	const form = await request.formData().catch(() => new FormData());
	return { staff: staffOf(locals), group, form, words: wordsOf(cookies) };
}

export const actions: Actions = {
	assign: async (event) => assign(await senderOf(event), await currentCatalog()),
	voice: async (event) => sendVoice(await senderOf(event), keepVoice),
	card: async (event) => sendCard(await senderOf(event), { keepVoice, speak: speakText, draw: cardPicture }),
	change: async (event) => changeNotice(await senderOf(event)),
	withdraw: async (event) => takeBack(await senderOf(event), forgetRecordings)
};
