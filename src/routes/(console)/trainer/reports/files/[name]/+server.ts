import { fileLines, ruleLines } from '$lib/console/server/reports/file-lines';
import { openReport } from '$lib/console/server/reports/open-report';
import { namedLines } from '$lib/console/server/reports/see-report';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { env } from '$lib/server/env';
import { refuse } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import { reportCsv, reportXlsx } from '$lib/server/reports/report-files';
import type { RequestHandler } from './$types';

const types = {
	'report.csv': 'text/csv; charset=utf-8',
	'report.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;
/** What a spreadsheet still opens on a cheap laptop. */
const MOST_LINES = 10_000;

export const GET: RequestHandler = async ({ locals, params, url, cookies }) => {
	const { name } = params;
	if (name !== 'report.csv' && name !== 'report.xlsx') return refuse('not_found');
	const staff = staffOf(locals);
	const opened = await openReport(staff, url.searchParams);
	if ('problem' in opened) return refuse(opened.problem);
	const { report, groups } = opened;
	const words = wordsOf(cookies);
	const lines = fileLines(report, await namedLines(report, groups, words), words);
	if (lines.length > MOST_LINES) return refuse('too_large');
	const sheets = [
		{ name: words.t('reports.title'), rows: lines },
		{ name: words.t('reports.rules'), rows: ruleLines(words, env.linkOrigin) }
	];
	const body = name === 'report.csv' ? reportCsv(lines) : await reportXlsx(sheets);
	await noteAct(staff.id, 'file.downloaded', name);
	const { from, to } = report.asked.period;
	return new Response(body, {
		headers: {
			'content-type': types[name],
			'content-disposition': `attachment; filename="ban-may-${from}-${to}.${name.slice(7)}"`,
			'cache-control': 'private, no-store'
		}
	});
};
