import { actOnVoice } from '$lib/server/repositories/voices';
import type { Acted, Actor } from './answer';

/** She has understood it, or seen to it. Twice is as once. */
export async function markDone({ staff, voice }: Actor): Promise<Acted<'done'>> {
	await actOnVoice(voice.id, 'done', { by: staff.id });
	return { done: 'done' };
}
