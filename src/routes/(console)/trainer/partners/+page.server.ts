import { filterIn, provinces, seePartners } from '$lib/console/server/partners/see-partners';
import { seeMatches } from '$lib/console/server/partners/see-matches';
import { staffOf } from '$lib/console/server/staff-of';
import type { PageServerLoad } from './$types';

const MATCHES_SHOWN = 3;

export const load: PageServerLoad = async ({ locals, url }) => {
	const staff = staffOf(locals);
	const filter = filterIn(url.searchParams);
	const { page, text, ...rest } = filter;
	const asked = Object.entries({ q: text, ...rest }).filter(([, value]) => value);
	const isFirst = asked.length === 0 && page === 1;
	const [seen, matches, places] = await Promise.all([
		seePartners(staff, filter),
		isFirst ? seeMatches(staff, { most: MATCHES_SHOWN + 1 }) : [],
		provinces()
	]);
	return {
		...seen,
		filter,
		query: new URLSearchParams(asked as [string, string][]).toString(),
		matches: matches.slice(0, MATCHES_SHOWN),
		hasMore: matches.length > MATCHES_SHOWN,
		provinces: places,
		isManager: staff.role === 'manager'
	};
};
