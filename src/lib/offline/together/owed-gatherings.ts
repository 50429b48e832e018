import type { Gathering } from '../../domain/together';
import { db } from '../database';
import type { GatheringRow } from '../rows';
import { happeningOf } from './happening-of';
import { staffKey } from './staff-key';

export type OwedGathering = { id: string; at: number } & Gathering;

/**
 * What a trainer's phone has to tell: everything that is over and that the server does not list. `since` is how far
 * back its list goes; what is older and was told once is believed.
 */
export async function owedGatherings(staff: string, told: string[], since: number): Promise<OwedGathering[]> {
	const known = new Set(told);
	const rows = await db.gatherings.where({ profile: staffKey(staff) }).toArray();
	return rows.filter((row) => isOwed(row, known, since)).flatMap(asTold);
}

const isOwed = ({ id, endedAtMs, toldAtMs, refused }: GatheringRow, told: Set<string>, since: number) =>
	endedAtMs !== null && !refused && !told.has(id) && (toldAtMs === null || toldAtMs > since);

function asTold(row: GatheringRow): OwedGathering[] {
	const happening = happeningOf(row);
	return happening ? [{ id: row.id, at: row.endedAtMs ?? row.startedAtMs, ...happening }] : [];
}
