import { pocketbase } from '../pocketbase';

/** A browser in which a member of staff is signed in. `id` is the stored hash: it opens nothing. */
export type StaffSession = { id: string; browser: string; sinceMs: number; seenAtMs: number };

/** Hers that are still good, the last seen first. */
export async function sessionsOfStaff(staff: string, now = Date.now()): Promise<StaffSession[]> {
	const rows = await find('kind = "staff" && user = {:staff} && expiresAt > {:now}', { staff, now });
	return rows
		.map(({ id, browser, createdAt, seenAt }) => ({
			...{ id, browser, sinceMs: createdAt },
			seenAtMs: Math.max(createdAt, seenAt)
		}))
		.sort((a, b) => b.seenAtMs - a.seenAtMs);
}

/** Ends one of her sessions. @returns whether it was hers and there */
export async function endStaffSession(staff: string, id: string): Promise<boolean> {
	const rows = await find('kind = "staff" && user = {:staff} && id = {:id}', { staff, id });
	return (await end(rows)) > 0;
}

/** Ends all of her sessions but this one. @returns how many */
export async function endOtherSessions(staff: string, kept: string): Promise<number> {
	return end(await find('kind = "staff" && user = {:staff} && id != {:kept}', { staff, kept }));
}

type Row = { id: string; browser: string; createdAt: number; seenAt: number };

async function find(filter: string, values: Record<string, unknown>): Promise<Row[]> {
	const pb = await pocketbase();
	const fields = 'id,browser,createdAt,seenAt';
	return pb.collection('sessions').getFullList<Row>({ filter: pb.filter(filter, values), fields });
}

/** That one is gone already is no trouble: two presses end one session. */
async function end(rows: Row[]): Promise<number> {
	const sessions = (await pocketbase()).collection('sessions');
	await Promise.allSettled(rows.map(({ id }) => sessions.delete(id)));
	return rows.length;
}
