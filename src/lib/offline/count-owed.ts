import { db } from './database';
import { owedEvents } from './owed-events';

/** How many of her events, recordings and pictures the server has not confirmed; a guest's all wait until she joins. */
export async function countOwed(profileId: string): Promise<number> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return 0;
	return (
		(await owedEvents(profile).count()) + (await db.outbox.where({ profile: profileId, owed: 1 }).count())
	);
}
