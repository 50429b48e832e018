import { answer, type Actor } from '$lib/console/server/voices/answer';
import { dropReported } from '$lib/console/server/voices/drop-reported';
import { listedFrom } from '$lib/console/server/voices/listed-from';
import { markDone } from '$lib/console/server/voices/mark-done';
import { openVoice } from '$lib/console/server/voices/open-voice';
import { passOn } from '$lib/console/server/voices/pass-on';
import { keepFields } from '$lib/console/server/voices/keep-fields';
import { share } from '$lib/console/server/voices/share';
import { takeDown } from '$lib/console/server/voices/take-down';
import { textOf } from '$lib/console/server/form';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { reachesAll } from '$lib/server/reach';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { allExperts } from '$lib/server/repositories/experts';
import { voicesFor } from '$lib/server/repositories/voices';
import { keepVoice } from '$lib/studio/server/clips-of/keep-voice';
import { forgetRecordings } from '$lib/studio/server/recordings';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, cookies }) => {
	const staff = staffOf(locals);
	const nowMs = Date.now();
	const [catalog, found, experts] = await Promise.all([
		currentCatalog(),
		voicesFor(staff, nowMs),
		allExperts()
	]);
	const around = { catalog, words: wordsOf(cookies), nowMs };
	return {
		voices: await Promise.all(found.voices.map((voice) => listedFrom(voice, around))),
		reported: found.reported,
		late: found.late,
		experts: experts.map(({ id, name, fields }) => ({ id, name, fields })),
		mayTellAll: reachesAll(staff),
		maySetFields: reachesAll(staff),
		nowMs
	};
};

async function actorOf({ locals, request, cookies }: RequestEvent): Promise<Actor> {
	const form = await request.formData().catch(() => new FormData());
	const staff = staffOf(locals);
	return { staff, voice: await openVoice(staff, textOf(form, 'voice')), form, words: wordsOf(cookies) };
}

export const actions: Actions = {
	done: async (event) => markDone(await actorOf(event)),
	answer: async (event) => answer(await actorOf(event), keepVoice),
	pass: async (event) => passOn(await actorOf(event)),
	share: async (event) => share(await actorOf(event), keepVoice, forgetRecordings),
	takeDown: async (event) => takeDown(await actorOf(event), forgetRecordings),
	drop: async ({ locals, request, cookies }) =>
		dropReported(staffOf(locals), await request.formData(), wordsOf(cookies), forgetRecordings),
	fields: async ({ locals, request }) => keepFields(staffOf(locals), await request.formData())
};
