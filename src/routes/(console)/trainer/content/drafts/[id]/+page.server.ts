import { fail, redirect } from '@sveltejs/kit';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { giveUp } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { draftLessons, muteTitles } from '$lib/studio/server/drafts/draft-lessons';
import { dropDraft, readDraft } from '$lib/studio/server/drafts/draft-store';
import { narrateDraft, narrationOf } from '$lib/studio/server/drafts/narrate-draft';
import { openHandedIn } from '$lib/studio/server/drafts/open-draft';
import { publishDraft } from '$lib/studio/server/drafts/publish-draft';
import { isOurs } from '$lib/studio/server/pack/sign';
import type { Actions, PageServerLoad } from './$types';

/** A text that has no clip is listed with a button to record it; so many fit on a page. */
const MUTE_SHOWN = 100;

async function open(id: string) {
	const kept = (await readDraft(id)) ?? giveUp('not_found');
	return { ...kept, opened: await openHandedIn(kept.bytes) };
}

export const load: PageServerLoad = async ({ params, cookies }) => {
	const { draft, opened } = await open(params.id);
	// What was good when it came may have lost its name to another course since.
	if (opened.kind === 'faulty') {
		const { language } = wordsOf(cookies);
		const faults = opened.faults.slice(0, MUTE_SHOWN).map((fault) => fault.in(language));
		return { draft, faults, lessons: [], mute: [], muteCount: 0 };
	}
	const lessons = draftLessons(opened.value);
	const titles = opened.value.kind === 'lessons' ? muteTitles(opened.value.bundle) : [];
	const mute = [...titles, ...lessons.flatMap(({ texts }) => texts.filter(({ hasClip }) => !hasClip))];
	const { value } = opened;
	return {
		draft,
		faults: [],
		lessons: lessons.map(({ slug, title, texts }) => ({
			...{ slug, title, texts: texts.length },
			mute: texts.filter(({ hasClip }) => !hasClip).length,
			isMute: texts.some(({ hasClip, language }) => !hasClip && language === 'vi')
		})),
		mute: mute.slice(0, MUTE_SHOWN),
		muteCount: mute.length,
		narration: narrationOf(draft.id),
		signer: value.kind === 'pack' ? value.pack.manifest.signer : undefined,
		isOurs: value.kind === 'pack' ? await isOurs(value.pack.manifest) : undefined
	};
};

export const actions: Actions = {
	narrate: async ({ params, locals }) => {
		const { draft, opened } = await open(params.id);
		if (opened.kind !== 'good' || opened.value.kind !== 'lessons') return;
		narrateDraft(draft.id, opened.value.bundle);
		await noteAct(staffOf(locals).id, 'content.changed', `draft ${draft.name}`);
	},
	publish: async ({ params, cookies, locals }) => {
		const words = wordsOf(cookies);
		const { draft, opened } = await open(params.id);
		const result = opened.kind === 'faulty' ? opened : await publishDraft(opened.value);
		if (result.kind === 'faulty')
			return fail(422, {
				message: words.count('content.faulty', result.faults.length),
				faults: result.faults.slice(0, MUTE_SHOWN).map((fault) => fault.in(words.language))
			});
		await noteAct(staffOf(locals).id, 'content.imported', draft.name);
		return { published: words.t('content.published', { n: result.imported, same: result.unchanged }), draft };
	},
	drop: async ({ params, locals }) => {
		await dropDraft(params.id);
		await noteAct(staffOf(locals).id, 'content.changed', `draft ${params.id.slice(0, 40)}`);
		redirect(303, '/trainer/content');
	}
};
