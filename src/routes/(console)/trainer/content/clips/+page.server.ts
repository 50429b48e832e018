import { CLIP_FAULTS } from '$lib/domain/clip-fault';
import { languageAsked } from '$lib/studio/server/language-asked';
import { lookAtClips } from '$lib/studio/server/clips-of/look-at-clips';
import { lookAtInterface } from '$lib/studio/server/clips-of/look-at-interface';
import { listenTo, wasListened } from '$lib/studio/server/clips-of/sound-fault';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const heard = languageAsked(url);
	const [lessons, app] = await Promise.all([lookAtClips(heard), lookAtInterface(heard)]);
	const texts = [...app.texts, ...lessons.flatMap((lesson) => lesson.texts)];
	const clips = new Set(texts.flatMap(({ clip }) => clip ?? []));
	listenTo(clips);
	return {
		heard,
		faults: CLIP_FAULTS,
		listened: { done: [...clips].filter(wasListened).length, total: clips.size },
		app: app.counts,
		lessons: lessons.map(({ slug, kind, title, counts }) => ({ slug, kind, title, counts }))
	};
};
