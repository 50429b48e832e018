import { answer, type Actor } from '$lib/console/server/voices/answer';
import { listedForExpert } from '$lib/console/server/voices/listed-from';
import { openQuestion } from '$lib/console/server/voices/open-voice';
import { giveBack } from '$lib/console/server/voices/pass-on';
import { textOf } from '$lib/console/server/form';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { questionsOf } from '$lib/server/repositories/voices';
import { keepVoice } from '$lib/studio/server/clips-of/keep-voice';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const nowMs = Date.now();
	const found = await questionsOf(staffOf(locals).id);
	return {
		questions: await Promise.all(found.map((question) => listedForExpert(question, nowMs))),
		nowMs
	};
};

async function actorOf({ locals, request, cookies }: RequestEvent): Promise<Actor> {
	const form = await request.formData().catch(() => new FormData());
	const staff = staffOf(locals);
	return { staff, voice: await openQuestion(staff, textOf(form, 'voice')), form, words: wordsOf(cookies) };
}

export const actions: Actions = {
	answer: async (event) => answer(await actorOf(event), keepVoice),
	giveBack: async (event) => giveBack(await actorOf(event))
};
