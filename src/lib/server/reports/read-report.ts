import { allGroups } from '../interop/all-groups';
import { membershipRows } from '../interop/measures';
import { spanOfDays } from '../interop/month';
import { reportTable, type ReportTable } from './report-table';

export const SPLITS = ['place', 'group'] as const;
export type Split = (typeof SPLITS)[number];
export type Asked = { from: string; to: string; by: Split };

/** Null: the days are none. Groups without a place stand under "–". */
export async function readReport({ from, to, by }: Asked): Promise<ReportTable | null> {
	const span = spanOfDays(from, to);
	if (!span) return null;
	const [rows, groups] = await Promise.all([membershipRows(span), allGroups()]);
	const labels = new Map(groups.map(({ id, name, place }) => [id, by === 'group' ? name : tidy(place)]));
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
