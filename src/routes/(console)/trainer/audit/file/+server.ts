import { stringify } from 'csv-stringify/sync';
import { aboutInWords, whatInWords, whoInWords } from '$lib/console/audit/in-words';
import { allOfAudit, askedFrom } from '$lib/console/server/audit/see-audit';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { noteAct } from '$lib/server/repositories/audit';
import type { RequestHandler } from './$types';

/** What the page's filter shows, of all pages, for a spreadsheet: nothing in it is taken for a formula. */
export const GET: RequestHandler = async ({ locals, url, cookies }) => {
	const staff = staffOf(locals);
	const words = wordsOf(cookies);
	const rows = await allOfAudit(staff, askedFrom(url.searchParams));
	const headings = [
		words.t('audit.when'),
		words.t('audit.who'),
		words.t('audit.what'),
		words.t('audit.about'),
		'id'
	];
	const lines = rows.map((row) => [
		inVietnam(row.atMs),
		whoInWords(row, words),
		whatInWords(row, words),
		aboutInWords(row, words),
		row.what
	]);
	await noteAct(staff.id, 'file.downloaded', 'audit.csv');
	return new Response('\uFEFF' + stringify([headings, ...lines], { escape_formulas: true }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="ban-may-audit.csv"',
			'cache-control': 'private, no-store'
		}
	});
};

/** "2026-11-24 19:05:00": sorts as text, and spreadsheets know it for a time. */
const inVietnam = (ms: number) => new Date(ms + 7 * 3600_000).toISOString().slice(0, 19).replace('T', ' ');
