import type { Event } from '../domain/event';
import type { Profile } from '../offline/rows';
import { listOwed } from './list-owed';

/**
 * What one call carries: the newest event that the server is thought to have, and what is owed after it. The first
 * is the proof that server and phone mean the same events by the same numbers: after an older backup was put back, a
 * copy of this phone may have filled them with its own, and a watermark alone does not tell (`device_forked` does).
 */
export async function listToSend(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'>,
	limit: number
): Promise<Event[]> {
	return listOwed({ ...profile, watermark: Math.max(0, profile.watermark - 1) }, limit);
}
