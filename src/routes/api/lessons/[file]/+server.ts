import { refuse } from '$lib/server/errors';
import { readBlob } from '$lib/studio/server/blobs';
import { jsonResponse } from '$lib/studio/server/json-response';
import { languageAsked } from '$lib/studio/server/language-asked';
import { soundOfLesson } from '$lib/studio/server/loudspeaker/sound-of';
import { soundResponse } from '$lib/studio/server/loudspeaker/sound-response';
import { readLesson } from '$lib/studio/server/read-lesson';
import type { RequestHandler } from './$types';

const NAME = /^([0-9a-f]{64})\.(json|mp3|opus)$/;

/** A lesson by its hash: as phones keep it, or as sound for a loudspeaker (`?language=en`). */
export const GET: RequestHandler = async ({ request, params, url }) => {
	const [name, hash, form] = NAME.exec(params.file) ?? [];
	if (!name || !hash) return refuse('lesson_unknown');
	if (form === 'mp3' || form === 'opus') {
		const lesson = await readLesson(hash);
		if (!lesson) return refuse('lesson_unknown');
		const language = languageAsked(url);
		const named = { name: `${lesson.slug}-${language}`, form } as const;
		return soundResponse(request, named, (form) => soundOfLesson(lesson, language, form), true);
	}
	const bytes = await readBlob(name);
	if (!bytes) return refuse('lesson_unknown');
	return jsonResponse(request, new Uint8Array(bytes), hash, { isForEver: true });
};
