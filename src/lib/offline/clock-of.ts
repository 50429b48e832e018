import type { Clock } from '../domain/notice-rules';
import { db } from './database';

/** The phone's clock, with the server's at the last delivery. */
export async function clockOf(profileId: string, phoneMs: number): Promise<Clock> {
	const { lastDeliveredAtMs, serverAtMs } = (await db.profiles.get(profileId)) ?? {};
	const known = lastDeliveredAtMs != null && serverAtMs !== undefined;
	return {
		phoneMs,
		comparedPhoneMs: known ? lastDeliveredAtMs : phoneMs,
		comparedServerMs: known ? serverAtMs : phoneMs
	};
}
