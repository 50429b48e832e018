import { groupsOf } from '$lib/server/repositories/groups';
import { reachesAll } from '$lib/server/reach';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const staff = staffOf(locals);
	const groups = await groupsOf(staff);
	return {
		/** The server's clock: what a page shows was so at this time. */
		atMs: Date.now(),
		language: wordsOf(cookies).language,
		staff: { name: staff.name, role: staff.role, reachesAll: reachesAll(staff) },
		groups: groups.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name }))
	};
};
