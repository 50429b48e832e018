import { DAY_MS } from '$lib/console/ago';
import { ACTIVE_DAYS, QUIET_AFTER_DAYS } from '$lib/console/needs';
import { makeGroup } from '$lib/console/server/make-group';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { groupsOf } from '$lib/server/repositories/groups';
import { allStaff } from '$lib/server/repositories/staff';
import { weeksOf } from '$lib/server/repositories/weeks';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const staff = staffOf(locals);
	const nowMs = Date.now();
	const since = {
		activeSinceMs: nowMs - ACTIVE_DAYS * DAY_MS,
		quietBeforeMs: nowMs - QUIET_AFTER_DAYS * DAY_MS
	};
	const [groups, weeks, members] = await Promise.all([
		groupsOf(staff),
		weeksOf(staff, since),
		staff.role === 'manager' ? allStaff() : null
	]);
	const listed = groups.map(({ id, name, place, women, lastSeenAtMs }) => ({
		...{ id, name, place, women, lastSeenAtMs },
		...(weeks.get(id) ?? { active: 0, needing: 0 })
	}));
	const trainers = members?.filter((member) => member.role === 'trainer' && member.active);
	return {
		nowMs,
		listed,
		trainers: trainers?.map(({ id, name }) => ({ id, name })) ?? null,
		formKey: newPublicId(15)
	};
};

export const actions: Actions = {
	make: async ({ locals, request, cookies }) =>
		makeGroup(staffOf(locals), await request.formData(), wordsOf(cookies))
};
