import { db } from '../database';

/** What is remembered about a code, kept so that closing the app gives no new tries. */
export type Tries = {
	wrong: number;
	/** When the last row of wrong tries was complete. */
	stoppedAtMs: number | null;
	/** When she said that she forgot it. */
	resetAskedAtMs: number | null;
};

const keyOf = (profileId: string) => `code:${profileId}`;
const none: Tries = { wrong: 0, stoppedAtMs: null, resetAskedAtMs: null };

export async function readTries(profileId: string): Promise<Tries> {
	return { ...none, ...((await db.meta.get(keyOf(profileId)))?.value as Partial<Tries> | undefined) };
}

export async function writeTries(profileId: string, tries: Tries): Promise<void> {
	await db.meta.put({ key: keyOf(profileId), value: tries });
}

export async function forgetTries(profileId: string): Promise<void> {
	await db.meta.delete(keyOf(profileId));
}
