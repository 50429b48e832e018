import type { ActionFailure } from '@sveltejs/kit';
import type { Group } from '$lib/server/repositories/groups';
import { allStaff } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { nameOf, problem, textOf, type FormProblem } from '../form';
import { trainersWithin } from '../staff/within';
import { MAX_PLACE, placeIn, placesLike } from './place-in';

export const MAX_GROUP_NAME = 80;
const MAX_VILLAGE = 80;

export type GroupGiven = Pick<Group, 'name' | 'place' | 'province' | 'commune' | 'village' | 'trainers'>;

/** What stands in the fields of a group's form; a trainer's form has no trainers. */
export const groupFields = (form: FormData): Record<string, string> => ({
	...Object.fromEntries(
		['name', 'place', 'code', 'placed', 'village'].map((field) => [field, textOf(form, field)])
	),
	trainers: form.getAll('trainer').map(String).filter(Boolean).sort().join(' ')
});

/** The group that a form describes, or its trouble beside the field. `had`: whose it was before. */
export async function readGroupForm(
	staff: Staff,
	form: FormData,
	words: Words,
	had: string[] = []
): Promise<GroupGiven | ActionFailure<FormProblem>> {
	const values = groupFields(form);
	const { name, tooLong } = nameOf(form, 'name', MAX_GROUP_NAME);
	if (!name) return problem(words, 'name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_GROUP_NAME } });
	const village = nameOf(form, 'village', MAX_VILLAGE);
	if (village.tooLong)
		return problem(words, 'text_too_long', 'village', { values, params: { n: MAX_VILLAGE } });
	const where = await placeIn(staff, form);
	if ('fault' in where) {
		const candidates = where.fault === 'place_too_long' ? [] : await placesLike(staff, values.place ?? '');
		return problem(words, where.fault, 'place', {
			values: { ...values, candidates: JSON.stringify(candidates) },
			params: { n: MAX_PLACE }
		});
	}
	const trainers = await trainersIn(staff, form, had);
	if (!trainers) return problem(words, 'trainer_unknown', 'trainer', { values });
	return { name, village: village.name, ...where, trainers };
}

/** A trainer's group is hers and stays everybody's whose it was; a manager names trainers whom she looks after, or
 * leaves it open. Null: there is no such trainer. */
async function trainersIn(staff: Staff, form: FormData, had: string[]): Promise<string[] | null> {
	if (staff.role === 'trainer') return had.length > 0 ? had : [staff.id];
	const named = [...new Set(form.getAll('trainer').map(String).filter(Boolean))];
	const known = (await trainersWithin(staff, await allStaff())).map(({ id }) => id);
	return named.every((id) => known.includes(id) || had.includes(id)) ? named : null;
}
