import { pbCall } from '../pocketbase';

/** One thing that was done. Names are today's; "" when they are not known (any more). */
export type AuditRow = {
	id: string;
	atMs: number;
	/** Id of staff, "learner:<id>", "owner" for the machine's owner, "" for who did not get in. */
	who: string;
	whoName: string;
	what: string;
	about: string;
	aboutName: string;
	aboutKind: 'staff' | 'woman' | 'group' | 'phone' | '';
};
/** What a reader may see: everything, or what concerns these members and groups. */
export type AuditReach = { all: boolean; staff: string[]; groups: string[] };
/** No acts: of every kind. */
export type AuditFilter = { member: string; acts: string[]; fromMs: number; toMs: number };
/** A place in the list; pages go from it into the past. */
export type AuditPlace = { atMs: number; id: string };

export async function readAudit(
	reach: AuditReach,
	filter: AuditFilter,
	before: AuditPlace | null,
	most: number
): Promise<AuditRow[]> {
	const { rows } = await pbCall<{ rows: (Omit<AuditRow, 'atMs'> & { at: number })[] }>(
		'POST',
		'/api/banmay/audit/page',
		{ reach, filter, before: before ?? { atMs: Number.MAX_SAFE_INTEGER, id: '' }, most }
	);
	return rows.map(({ at, ...row }) => ({ ...row, atMs: at }));
}
