import { staffOf } from '$lib/console/server/staff-of';
import { refuse } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { blobs } from '$lib/studio/server/blobs';
import { keepRecording } from '$lib/studio/server/clips-of/keep-recording';
import { replaceClip } from '$lib/studio/server/clips-of/replace-clip';
import { ProgramMissing } from '$lib/studio/server/narrate/run-program';
import type { RequestHandler } from './$types';

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A person's recording of a text (`language`, `text`, `audio`): checked, levelled, kept, and heard in every published
 * lesson that says it. @returns `{clip, lessons}`, or 422 `{code: 'recording_faulty', fault}` */
export const POST: RequestHandler = async ({ request, locals }) => {
	const form = await request.formData().catch(() => undefined);
	const [language, text, audio] = [form?.get('language'), form?.get('text'), form?.get('audio')];
	if (typeof language !== 'string' || !LANGUAGE.test(language)) return refuse('malformed');
	if (typeof text !== 'string' || text.length === 0 || text.length > 600) return refuse('malformed');
	if (!(audio instanceof Blob) || audio.size === 0) return refuse('malformed');
	try {
		const { id, name: speaker } = staffOf(locals);
		const kept = await keepRecording({ language, text, speaker }, new Uint8Array(await audio.arrayBuffer()));
		if (kept.kind === 'faulty') {
			const message = 'The recording cannot be used.';
			return Response.json({ code: 'recording_faulty', message, fault: kept.fault }, { status: 422 });
		}
		await blobs().put(kept.bytes, 'ogg');
		const lessons = await replaceClip(language, text, kept.clip);
		await noteAct(id, 'content.changed', `voice ${language}`);
		return Response.json({ clip: kept.clip.clip, lessons });
	} catch (cause) {
		if (cause instanceof ProgramMissing) return refuse('sound_needs_ffmpeg');
		throw cause;
	}
};
