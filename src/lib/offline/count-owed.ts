import { db } from './database';
import { owedEvents } from './owed-events';

/** How many of her events the server has not confirmed; a guest's all wait until she joins. */
export async function countOwed(profileId: string): Promise<number> {
	const profile = await db.profiles.get(profileId);
	return profile ? owedEvents(profile).count() : 0;
}
