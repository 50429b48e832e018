import { seeMatches } from '$lib/console/server/partners/see-matches';
import { staffOf } from '$lib/console/server/staff-of';
import type { PageServerLoad } from './$types';

/** Nobody reads more; who introduces some sees the next. */
const MOST = 60;

export const load: PageServerLoad = async ({ locals }) => ({
	matches: await seeMatches(staffOf(locals), { most: MOST })
});
