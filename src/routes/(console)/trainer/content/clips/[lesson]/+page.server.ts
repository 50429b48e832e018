import { giveUp } from '$lib/server/errors';
import { languageAsked } from '$lib/studio/server/language-asked';
import { lookAtClips } from '$lib/studio/server/clips-of/look-at-clips';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
	const heard = languageAsked(url);
	const lesson = (await lookAtClips(heard)).find(({ slug }) => slug === params.lesson);
	return { heard, lesson: lesson ?? giveUp('lesson_unknown') };
};
