import { openGroup } from '$lib/console/server/open';
import { addWoman } from '$lib/console/server/people/add-woman';
import { changeGroupBy, closeGroup, fieldsOfGroup } from '$lib/console/server/people/change-group';
import { placesLike } from '$lib/console/server/people/place-in';
import { rejoin } from '$lib/console/server/people/rejoin';
import { trainersToName } from '$lib/console/server/staff/trainers-to-name';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { nameOfCode } from '$lib/server/places/code';
import { readPeoples } from '$lib/server/peoples/read-peoples';
import { wordsOfPlace } from '$lib/server/places/words-of-place';
import { learnersOfGroup } from '$lib/server/repositories/learners';
import { leaversOf } from '$lib/server/repositories/memberships';
import { newPublicId } from '$lib/server/secrets';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const staff = staffOf(locals);
	const group = await openGroup(locals.principal, params.id);
	const [women, leavers, trainers, place, peoples] = await Promise.all([
		learnersOfGroup(group.id),
		leaversOf(group.id),
		trainersToName(staff, group.trainers),
		wordsOfPlace(group),
		readPeoples()
	]);
	const fields = fieldsOfGroup(group);
	return {
		nowMs: Date.now(),
		group: { id: group.id, name: group.name, place, isClosed: group.archived },
		fields,
		placeName: fields.code ? await nameOfCode(fields.code) : '',
		version: group.version,
		/** Words that nobody has found in the list yet. */
		candidates: group.place && !fields.code ? await placesLike(staff, group.place) : [],
		trainers,
		women: women.length,
		leavers,
		peoples,
		formKey: newPublicId(15)
	};
};

const asked = async ({ locals, params, request, cookies }: RequestEvent) =>
	[
		staffOf(locals),
		await openGroup(locals.principal, params.id),
		await request.formData(),
		wordsOf(cookies)
	] as const;

export const actions: Actions = {
	save: async (event) => changeGroupBy(...(await asked(event))),
	addOne: async (event) => addWoman(...(await asked(event))),
	rejoin: async (event) => rejoin(...(await asked(event))),
	close: async (event) => {
		const [staff, group, , words] = await asked(event);
		return closeGroup(staff, group, true, words);
	},
	reopen: async (event) => {
		const [staff, group, , words] = await asked(event);
		return closeGroup(staff, group, false, words);
	}
};
