import type { Event } from '../domain/event';
import { owedEvents } from '../offline/owed-events';
import type { Profile } from '../offline/rows';

/** The next events of hers that the server does not have, in order, as they are sent. */
export async function listOwed(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'>,
	limit: number
): Promise<Event[]> {
	const rows = await owedEvents(profile).limit(limit).toArray();
	return rows.map(({ profile: _profile, refused: _refused, ...event }) => event as Event);
}
