import { refuse } from '../errors';
import { allGroups } from './all-groups';
import { dataValuesCsv } from './dhis2/as-csv';
import { dataValueSet } from './dhis2/data-value-sets';
import { membershipRows } from './measures';
import { dateInVietnam, spanOfDays, spanOfMonth } from './month';
import { fileResponse } from './stream-file';
import { asCsv, asJson, statementsIn } from './xapi/stream-statements';

type Maker = (query: URLSearchParams, now: number) => Promise<Response>;

/** The files that a manager may take away, by name. */
export const files: Record<string, Maker> = {
	'statements.json': (query) => statements(query, 'json'),
	'statements.csv': (query) => statements(query, 'csv'),
	'dhis2.json': (query, now) => dhis2(query, 'json', now),
	'dhis2.csv': (query, now) => dhis2(query, 'csv', now)
};

async function statements(query: URLSearchParams, form: 'json' | 'csv'): Promise<Response> {
	const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
	const span = spanOfDays(from, to);
	if (!span) return refuse('malformed');
	const name = `ban-may-xapi-${from}-${to}.${form}`;
	const pages = statementsIn(span);
	return form === 'json'
		? fileResponse(asJson(pages), name, 'application/json')
		: fileResponse(asCsv(pages), name, 'text/csv');
}

async function dhis2(query: URLSearchParams, form: 'json' | 'csv', now: number): Promise<Response> {
	const month = query.get('month') ?? '';
	const span = spanOfMonth(month);
	if (!span) return refuse('malformed');
	const [rows, groups] = await Promise.all([membershipRows(span), allGroups()]);
	const { set, hidden } = dataValueSet(rows, groups, { month, completeDate: dateInVietnam(now) });
	const body = form === 'json' ? `${JSON.stringify(set, null, '\t')}\n` : dataValuesCsv(set);
	return new Response(body, {
		headers: {
			'content-type': form === 'json' ? 'application/json' : 'text/csv; charset=utf-8',
			'content-disposition': `attachment; filename="ban-may-dhis2-${month}.${form}"`,
			'cache-control': 'private, no-store',
			'x-hidden-cells': String(hidden)
		}
	});
}
