import { seeScams } from '$lib/console/server/scams/see-scams';
import { staffOf } from '$lib/console/server/staff-of';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	nowMs: Date.now(),
	done: url.searchParams.get('done'),
	scams: await seeScams(staffOf(locals))
});
