import { stringify } from 'csv-stringify/sync';
import { giveName, wantInWords } from '$lib/console/partners/in-words';
import { allPartners, filterIn } from '$lib/console/server/partners/see-partners';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { noteAct } from '$lib/server/repositories/audit';
import type { RequestHandler } from './$types';

/** The partners that she may see, as the page's filter has them, for a spreadsheet: nothing in it is taken for a formula. */
export const GET: RequestHandler = async ({ locals, url, cookies }) => {
	const staff = staffOf(locals);
	const words = wordsOf(cookies);
	const partners = await allPartners(staff, filterIn(url.searchParams));
	const headings = [
		...(['name', 'kind', 'state', 'place', 'registration'] as const),
		...(['contactName', 'phone', 'email', 'seeks', 'gives', 'about'] as const)
	].map((key) => words.t(`partners.${key}`));
	const lines = partners.map((partner) => [
		partner.name,
		words.t(`partners.kind.${partner.kind}`),
		words.t(`partners.state.${partner.state}`),
		partner.place,
		partner.registration,
		partner.contactName,
		partner.phone,
		partner.email,
		partner.wants.map((want) => wantInWords(want, words)).join('; '),
		partner.gives.map((give) => giveName(give, words)).join('; '),
		partner.about
	]);
	await noteAct(staff.id, 'file.downloaded', 'partners.csv');
	return new Response('\uFEFF' + stringify([headings, ...lines], { escape_formulas: true }), {
		headers: {
			'content-type': 'text/csv; charset=utf-8',
			'content-disposition': 'attachment; filename="ban-may-partners.csv"',
			'cache-control': 'private, no-store'
		}
	});
};
