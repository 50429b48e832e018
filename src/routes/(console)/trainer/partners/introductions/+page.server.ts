import { staffOf } from '$lib/console/server/staff-of';
import { reachOf } from '$lib/server/reach';
import { introductionsFor } from '$lib/server/repositories/introductions';
import type { PageServerLoad } from './$types';

const A_PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
	const reach = reachOf(staffOf(locals));
	const show = url.searchParams.get('show') ?? 'open';
	const group = url.searchParams.get('group') ?? '';
	const asked = Number(url.searchParams.get('page') ?? 1);
	const page = Number.isSafeInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1;
	const filter = {
		...(show === 'open' || show === 'ended' ? { open: show === 'open' } : {}),
		...(/^[a-z0-9]{15}$/.test(group) ? { group } : {})
	};
	const found = reach
		? await introductionsFor(reach, filter, { most: A_PAGE, skip: (page - 1) * A_PAGE })
		: { introductions: [], total: 0 };
	return { ...found, show, page, pages: Math.max(1, Math.ceil(found.total / A_PAGE)) };
};
