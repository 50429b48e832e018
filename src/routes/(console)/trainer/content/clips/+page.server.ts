import { languageAsked } from '$lib/studio/server/language-asked';
import { CLIP_FAULTS, lookAtClips } from '$lib/studio/server/clips-of/look-at-clips';
import { listenTo, wasListened } from '$lib/studio/server/clips-of/sound-fault';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const heard = languageAsked(url);
	const lessons = await lookAtClips(heard);
	const clips = new Set(lessons.flatMap(({ texts }) => texts.flatMap(({ clip }) => clip ?? [])));
	listenTo(clips);
	return {
		heard,
		faults: CLIP_FAULTS,
		listened: { done: [...clips].filter(wasListened).length, total: clips.size },
		lessons: lessons.map(({ texts, ...lesson }) => ({ ...lesson, texts: texts.length }))
	};
};
