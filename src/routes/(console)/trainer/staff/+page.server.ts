import { changeWork, resumeWork, stopWork } from '$lib/console/server/staff/change-staff';
import { seeStaff } from '$lib/console/server/staff/see-staff';
import { rolesToGive } from '$lib/console/server/staff/within';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { reachesAll } from '$lib/server/reach';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const staff = staffOf(locals);
	return { members: await seeStaff(staff), roles: rolesToGive(staff), reachesAll: reachesAll(staff) };
};

const asked = async ({ locals, request, cookies }: RequestEvent) =>
	[staffOf(locals), await request.formData(), wordsOf(cookies)] as const;

export const actions: Actions = {
	change: async (event) => changeWork(...(await asked(event))),
	stop: async (event) => stopWork(...(await asked(event))),
	resume: async (event) => resumeWork(...(await asked(event)))
};
