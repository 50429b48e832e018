import { templateCsv, templateXlsx } from '$lib/console/server/import/template';
import { refuse } from '$lib/server/errors';
import type { RequestHandler } from './$types';

const types = {
	'danh-sach.csv': 'text/csv; charset=utf-8',
	'danh-sach.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** A list to be filled in; it tells of nobody. */
export const GET: RequestHandler = async ({ params: { name } }) => {
	if (name !== 'danh-sach.csv' && name !== 'danh-sach.xlsx') return refuse('not_found');
	const body = name === 'danh-sach.csv' ? templateCsv() : await templateXlsx();
	const headers = { 'content-type': types[name], 'content-disposition': `attachment; filename="${name}"` };
	return new Response(body, { headers });
};
