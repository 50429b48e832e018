import { GIVES, PARTNER_KINDS, PARTNER_STATES } from '$lib/domain/partner-kinds';
import { PRODUCT_KINDS } from '$lib/domain/product-kinds';
import { readPlaces } from '$lib/server/places/read-places';
import { provinceCode } from '$lib/domain/place-code';
import { readerOf } from '$lib/server/partners/may-see';
import { partnersFor, type PartnerFilter } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';

export const PARTNERS_A_PAGE = 50;
const MAX_TEXT = 100;
/** More than there will be; a file has no pages. */
const MOST_IN_A_FILE = 20_000;

/** What the page's address asks for; what cannot be read counts as not asked. */
export function filterIn(query: URLSearchParams): PartnerFilter & { page: number } {
	const among = (name: string, known: readonly string[]) =>
		known.includes(query.get(name) ?? '') ? (query.get(name) as string) : '';
	const page = Number(query.get('page') ?? 1);
	const place = query.get('place') ?? '';
	return {
		text: (query.get('q') ?? '').slice(0, MAX_TEXT),
		kind: among('kind', PARTNER_KINDS),
		state: among('state', PARTNER_STATES),
		product: among('product', PRODUCT_KINDS),
		give: among('give', GIVES),
		place: /^\d{2}$/.test(place) ? place : '',
		page: Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
	};
}

/** A page of the partners that she may see, and what waits for her. */
export async function seePartners(staff: Staff, { page, ...filter }: PartnerFilter & { page: number }) {
	const skip = (page - 1) * PARTNERS_A_PAGE;
	const found = await partnersFor(readerOf(staff), filter, { most: PARTNERS_A_PAGE, skip });
	return { ...found, pages: Math.max(1, Math.ceil(found.total / PARTNERS_A_PAGE)) };
}

export const allPartners = async (staff: Staff, { page: _, ...filter }: PartnerFilter & { page: number }) =>
	(await partnersFor(readerOf(staff), filter, { most: MOST_IN_A_FILE, skip: 0 })).partners;

/** The provinces of today, by name. */
export async function provinces(): Promise<{ code: string; name: string }[]> {
	const { provinces } = await readPlaces();
	return [...provinces.values()]
		.map((province) => ({ code: provinceCode(province), name: province.name }))
		.sort((a, b) => bare(a.name).localeCompare(bare(b.name), 'vi'));
}
const bare = (name: string) => name.replace(/^(Thành phố|Tỉnh) /, '');
