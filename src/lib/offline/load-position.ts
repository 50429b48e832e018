import { db } from './database';

/** Index of the card at which she stopped; 0 when she did not begin, or came to the end. */
export async function loadPosition(profileId: string, lesson: string): Promise<number> {
	return (await db.positions.get([profileId, lesson]))?.position ?? 0;
}
