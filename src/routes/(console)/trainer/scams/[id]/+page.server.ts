import { redirect } from '@sveltejs/kit';
import { dropDraft, withdrawScam } from '$lib/console/server/scams/end-scam';
import { scamFormPage, valuesOf } from '$lib/console/server/scams/form-page';
import { placeMarks } from '$lib/console/server/scams/place-marks';
import { recordSentence } from '$lib/console/server/scams/record-sentence';
import { seeScam } from '$lib/console/server/scams/see-scams';
import { changeScam } from '$lib/console/server/scams/write-scam';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { sentencesOf } from '$lib/domain/scam-sentences';
import { forgetScam } from '$lib/studio/server/scams/forget';
import { listChoices } from '$lib/studio/server/scams/list-choices';
import { muteOf, recordingOf, scamMaker } from '$lib/studio/server/scams/maker';
import { coverPhoto } from '$lib/studio/server/scams/photo';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const staff = staffOf(locals);
	const { scam, ...seen } = await seeScam(staff, params.id);
	const { id, body, clips, revision, bytes, until, changedByName, changedAtMs } = scam;
	const isKept = seen.state !== 'withdrawn';
	const mute = isKept && seen.mayChange ? await muteOf(id) : [];
	const sentences = [...new Set([...sentencesOf(body), ...mute])].map((text) => ({
		text,
		...{ clip: clips[text]?.clip ?? null, voice: clips[text]?.voice ?? null, isMute: mute.includes(text) }
	}));
	return {
		...seen,
		...{ id, revision, bytes, until, changedByName, changedAtMs, nowMs: Date.now() },
		...{ kind: body.kind, title: body.title, photo: isKept ? body.photo : undefined, marks: body.marks },
		sentences,
		values: valuesOf(scam),
		page: await scamFormPage(staff, await listChoices(wordsOf(cookies).language))
	};
};

async function actorOf({ locals, request, cookies }: RequestEvent) {
	const form = await request.formData().catch(() => new FormData());
	return { staff: staffOf(locals), form, words: wordsOf(cookies) };
}

export const actions: Actions = {
	change: async (event) => changeScam(await actorOf(event), event.params.id, scamMaker()),
	record: async (event) => recordSentence(await actorOf(event), event.params.id, recordingOf),
	place: async (event) => placeMarks(await actorOf(event), event.params.id, coverPhoto),
	withdraw: async (event) => withdrawScam(await actorOf(event), event.params.id, forgetScam),
	drop: async (event) => {
		const dropped = await dropDraft(await actorOf(event), event.params.id, forgetScam);
		if (!('done' in dropped)) return dropped;
		redirect(303, '/trainer/scams');
	}
};
