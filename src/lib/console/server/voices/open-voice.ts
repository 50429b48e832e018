import { giveUp } from '$lib/server/errors';
import { voiceById, type HeardVoice } from '$lib/server/repositories/voices';
import type { Staff } from '$lib/server/session';

/** A voice that this member of staff looks after. What she took back is nowhere. */
export async function openVoice(staff: Staff, id: string): Promise<HeardVoice> {
	const found = isId(id) ? await voiceById(staff, id) : null;
	if (!found) giveUp('not_found');
	return found.isReached ? found.voice : giveUp('forbidden');
}

/** A question that was passed on to this expert, and still is hers to answer. */
export async function openQuestion(staff: Staff, id: string): Promise<HeardVoice> {
	const found = isId(id) ? await voiceById(staff, id) : null;
	// To others than those who were asked it is not there: an expert may not find out what exists.
	if (!found?.isPassed || found.voice.takenDownAtMs) giveUp('not_found');
	return found.voice;
}

const isId = (id: string) => /^[0-9a-hjkmnp-tv-z]{26}$/.test(id);
