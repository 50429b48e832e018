import { giveUp } from '$lib/server/errors';
import { previewLesson } from '$lib/studio/server/drafts/draft-lessons';
import { readDraft } from '$lib/studio/server/drafts/draft-store';
import { openHandedIn } from '$lib/studio/server/drafts/open-draft';
import { languageAsked } from '$lib/studio/server/language-asked';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const kept = (await readDraft(params.id)) ?? giveUp('not_found');
	const opened = await openHandedIn(kept.bytes);
	const lesson = opened.kind === 'good' ? await previewLesson(opened.value, params.lesson) : undefined;
	return { draft: kept.draft.id, lesson: lesson ?? giveUp('lesson_unknown'), heard: languageAsked(url) };
};
