import { openWoman } from '$lib/console/server/open';
import { changeFacts } from '$lib/console/server/people/change-facts';
import { fieldsOfFacts } from '$lib/console/server/people/facts-in';
import { joinGroup, leaveGroup, moveGroup } from '$lib/console/server/people/move-woman';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { mayReadGroup } from '$lib/server/access';
import { readPeoples } from '$lib/server/peoples/read-peoples';
import { groupsOf } from '$lib/server/repositories/groups';
import { membershipsOf } from '$lib/server/repositories/memberships';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const staff = staffOf(locals);
	const { woman } = await openWoman(locals.principal, params.id);
	const [memberships, groups, peoples] = await Promise.all([
		membershipsOf(woman.id),
		groupsOf(staff),
		readPeoples()
	]);
	const isIn = new Set(memberships.filter(({ untilMs }) => untilMs === null).map(({ group }) => group.id));
	return {
		nowMs: Date.now(),
		woman: { id: woman.id, name: woman.name, picture: woman.picture },
		fields: fieldsOfFacts(woman.facts),
		version: woman.version,
		peoples,
		// Where she was with somebody else is told without its name.
		history: memberships.map(({ group, fromMs, untilMs }) => ({
			...{ fromMs, untilMs },
			group: mayReadGroup(staff, group) ? { id: group.id, name: group.name } : null
		})),
		others: groups
			.filter(({ id, archived }) => !archived && !isIn.has(id))
			.map(({ id, name }) => ({ id, name }))
	};
};

async function asked({ locals, params, request, cookies }: RequestEvent) {
	const { woman } = await openWoman(locals.principal, params.id);
	return [staffOf(locals), woman, await request.formData(), wordsOf(cookies)] as const;
}
async function moved(event: RequestEvent, move: typeof joinGroup | typeof moveGroup | typeof leaveGroup) {
	const [staff, woman, form, words] = await asked(event);
	return move(staff, woman.id, form, words);
}

export const actions: Actions = {
	facts: async (event) => changeFacts(...(await asked(event))),
	join: (event) => moved(event, joinGroup),
	move: (event) => moved(event, moveGroup),
	leave: (event) => moved(event, leaveGroup)
};
