import { groupsOf } from '$lib/server/repositories/groups';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, cookies }) => {
	const staff = staffOf(locals);
	const groups = await groupsOf(staff);
	return {
		language: wordsOf(cookies).language,
		staff: { name: staff.name, role: staff.role },
		groups: groups.map(({ id, name }) => ({ id, name }))
	};
};
