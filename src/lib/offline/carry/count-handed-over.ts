import { db } from '../database';
import { owedEvents } from '../owed-events';

/** How many of her events somebody carries, as far as she has seen, and the server has not confirmed. */
export async function countHandedOver(profileId: string): Promise<number> {
	const profile = await db.profiles.get(profileId);
	const { handedOver } = profile ?? {};
	if (!profile || handedOver?.device !== profile.device) return 0;
	return owedEvents(profile)
		.filter(({ seq }) => seq <= handedOver.upTo)
		.count();
}
