import { db } from '../database';

/** How many of a trainer's meetings wait on this phone, and how many the server will not take. */
export async function countUntold(profile: string): Promise<{ waiting: number; refused: number }> {
	const rows = await db.gatherings
		.where({ profile })
		.filter(({ endedAtMs, toldAtMs }) => endedAtMs !== null && toldAtMs === null)
		.toArray();
	const refused = rows.filter((row) => row.refused !== undefined).length;
	return { waiting: rows.length - refused, refused };
}
