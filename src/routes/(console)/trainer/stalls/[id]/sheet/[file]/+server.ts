import { openStall } from '$lib/console/server/stalls/open-stall';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { factsOf } from '$lib/market/server/sheets/facts-of';
import { guideOf } from '$lib/market/server/sheets/guide-of';
import { linesOf, sheetCsv, sheetXlsx } from '$lib/market/server/sheets/sheet-files';
import { TEMPLATES } from '$lib/market/server/sheets/templates';
import { StallWords } from '$lib/market/stall/public-words';
import { env } from '$lib/server/env';
import { refuse } from '$lib/server/errors';
import { noteAct } from '$lib/server/repositories/audit';
import type { RequestHandler } from './$types';

const TYPES = {
	csv: 'text/csv; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** What a stall shows, in the columns of a marketplace: "shopee.xlsx". For who looks after the seller's group. */
export const GET: RequestHandler = async ({ locals, params, url, cookies }) => {
	const staff = staffOf(locals);
	const [, slug, type] = /^([a-z-]+)\.(csv|xlsx)$/.exec(params.file) ?? [];
	const template = TEMPLATES.find((one) => one.slug === slug);
	if (!template || (type !== 'csv' && type !== 'xlsx')) return refuse('not_found');
	const found = await openStall(staff, params.id);
	// What buyers read is Vietnamese; the headings that are ours and the guide are in the reader's language.
	const { language } = wordsOf(cookies);
	const lines = linesOf(template, factsOf(found, new StallWords('vi'), env.origin ?? url.origin), language);
	const body =
		type === 'csv' ? sheetCsv(lines) : await sheetXlsx(template, lines, guideOf(template, language));
	await noteAct(staff.id, 'file.downloaded', `${found.stall.slug}-${params.file}`);
	return new Response(body, {
		headers: {
			'content-type': TYPES[type],
			'content-disposition': `attachment; filename="${found.stall.slug}-${params.file}"`,
			'cache-control': 'private, no-store'
		}
	});
};
