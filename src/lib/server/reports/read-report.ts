import { membershipRows } from '../interop/measures';
import { spanOfDays } from '../interop/month';
import { groupsOf } from '../repositories/groups';
import type { Staff } from '../session';
import { reportTable, type ReportTable } from './report-table';

export const SPLITS = ['place', 'group'] as const;
export type Split = (typeof SPLITS)[number];
export type Asked = { from: string; to: string; by: Split };

/** Of the groups that she reaches. Null: the days are none. Groups without a place stand under "–". */
export async function readReport(staff: Staff, { from, to, by }: Asked): Promise<ReportTable | null> {
	const span = spanOfDays(from, to);
	if (!span) return null;
	const [all, groups] = await Promise.all([membershipRows(span), groupsOf(staff)]);
	const labels = new Map(groups.map(({ id, name, place }) => [id, by === 'group' ? name : tidy(place)]));
	const rows = all.filter(({ group }) => labels.has(group));
	return reportTable(rows, (group) => labels.get(group) ?? '–');
}

const tidy = (place: string) => place.replace(/\s+/g, ' ').trim() || '–';

/** What a page or file is asked for; the month so far when it is not said. */
export function askedFrom(query: URLSearchParams, today: string): Asked {
	return {
		from: query.get('from') || `${today.slice(0, 7)}-01`,
		to: query.get('to') || today,
		by: query.get('by') === 'group' ? 'group' : 'place'
	};
}
