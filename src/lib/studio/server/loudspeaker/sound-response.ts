import { refuse } from '$lib/server/errors';
import { log } from '$lib/server/log';
import { mediaResponse } from '../media-response';
import { ProgramMissing } from '../narrate/run-program';
import { AudioBusy } from './audio-cache';
import type { SoundForm } from './forms';
import type { Sound } from './sound-of';

const RETRY_S = '20';

/** Answers with a sound file to save, in part or whole; 503 with what to do when it cannot be made here or now. */
export async function soundResponse(
	request: Request,
	{ name, form }: { name: string; form: SoundForm },
	make: (form: SoundForm) => Promise<Sound>,
	isForEver: boolean
): Promise<Response> {
	try {
		const { hash, bytes } = await make(form);
		const response = await mediaResponse(request, `${hash}.${form}`, bytes);
		if (!isForEver) response.headers.set('cache-control', 'no-cache, no-transform');
		response.headers.set('content-disposition', `attachment; filename="${name}.${form}"`);
		return response;
	} catch (cause) {
		if (cause instanceof ProgramMissing) return refuse('sound_needs_ffmpeg');
		if (!(cause instanceof AudioBusy)) log.warn({ err: cause, name }, 'sound was not made');
		return refuse('sound_busy', { 'retry-after': RETRY_S });
	}
}
