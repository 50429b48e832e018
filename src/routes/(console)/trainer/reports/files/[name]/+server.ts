import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { refuse } from '$lib/server/errors';
import { MEASURES } from '$lib/server/interop/measures';
import { dateInVietnam } from '$lib/server/interop/month';
import { noteAct } from '$lib/server/repositories/audit';
import { askedFrom, readReport } from '$lib/server/reports/read-report';
import { linesOf, reportCsv, reportXlsx } from '$lib/server/reports/report-files';
import type { RequestHandler } from './$types';

const types = {
	'report.csv': 'text/csv; charset=utf-8',
	'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

export const GET: RequestHandler = async ({ locals, params, url, cookies }) => {
	const { name } = params;
	if (name !== 'report.csv' && name !== 'report.xlsx') return refuse('not_found');
	const asked = askedFrom(url.searchParams, dateInVietnam(Date.now()));
	const table = await readReport(staffOf(locals), asked);
	if (!table) return refuse('malformed');
	const words = wordsOf(cookies);
	const headings = [
		words.t(`reports.by.${asked.by}`),
		...MEASURES.map((measure) => words.t(`reports.${measure}`))
	];
	const lines = linesOf(table, { headings, totalWord: words.t('reports.total') });
	const body = name === 'report.csv' ? reportCsv(lines) : await reportXlsx(lines, words.t('reports.title'));
	await noteAct(staffOf(locals).id, 'file.downloaded', name);
	return new Response(body, {
		headers: {
			'content-type': types[name],
			'content-disposition': `attachment; filename="ban-may-${asked.from}-${asked.to}.${name.slice(7)}"`,
			'cache-control': 'private, no-store'
		}
	});
};
