import { giveUp } from '$lib/server/errors';
import { languageAsked } from '$lib/studio/server/language-asked';
import { lookAtClips } from '$lib/studio/server/clips-of/look-at-clips';
import type { PageServerLoad } from './$types';

/** A lesson's sentences, or with `?practice` those of its practice. */
export const load: PageServerLoad = async ({ params, url }) => {
	const heard = languageAsked(url);
	const isPractice = url.searchParams.has('practice');
	const lesson = (await lookAtClips(heard)).find(
		({ slug, kind }) => slug === params.lesson && (kind === 'practice') === isPractice
	);
	return { heard, lesson: lesson ?? giveUp('lesson_unknown') };
};
