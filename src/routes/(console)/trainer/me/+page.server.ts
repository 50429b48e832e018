import { changeMyPassword, endMySessions, renameMyself } from '$lib/console/server/entry/own-account';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { giveUp } from '$lib/server/errors';
import { staffById } from '$lib/server/repositories/staff';
import { sessionsOfStaff } from '$lib/server/repositories/staff-sessions';
import { ownSession } from '$lib/server/session';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { id } = staffOf(event.locals);
	const [member, sessions] = await Promise.all([staffById(id), sessionsOfStaff(id)]);
	const { name, email, picture, role } = member ?? giveUp('not_found');
	const here = ownSession(event);
	return {
		nowMs: Date.now(),
		me: { name, email, picture, role },
		sessions: sessions.map((session) => ({ ...session, isHere: session.id === here }))
	};
};

export const actions: Actions = {
	rename: async ({ locals, request, cookies }) =>
		renameMyself(staffOf(locals), await request.formData(), wordsOf(cookies)),
	password: async (event) =>
		changeMyPassword(staffOf(event.locals), event, await event.request.formData(), wordsOf(event.cookies)),
	end: async (event) =>
		endMySessions(staffOf(event.locals), event, await event.request.formData(), wordsOf(event.cookies))
};
