import { redirect, type ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { createGroupOnce } from '$lib/server/repositories/create-group-once';
import { staffById } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import { lengthOf } from '../roster';
import type { Words } from '../words';
import { keyOf, nameOf, problem, textOf, type FormProblem } from './form';

export const MAX_GROUP_NAME = 80;
export const MAX_PLACE = 120;

/** Makes a group and goes to its page; a second press of the button goes to the same one. */
export async function makeGroup(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	const { name, tooLong } = nameOf(form, 'name', MAX_GROUP_NAME);
	const place = textOf(form, 'place').replace(/\s+/g, ' ').trim().normalize('NFC');
	const values = {
		name: textOf(form, 'name'),
		place: textOf(form, 'place'),
		trainer: textOf(form, 'trainer')
	};
	if (!name) return problem(words, 'name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_GROUP_NAME } });
	if (lengthOf(place) > MAX_PLACE)
		return problem(words, 'place_too_long', 'place', { values, params: { n: MAX_PLACE } });
	const trainers = await trainersOf(staff, values.trainer);
	if (!trainers) return problem(words, 'trainer_unknown', 'trainer', { values });
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'name', { values });
	if (await createGroupOnce({ id, name, place, province: '', commune: '', village: '', trainers }, staff.id))
		await noteAct(staff.id, 'group.created', id);
	// Were the id another's, that page says that it is not for her.
	redirect(303, `/trainer/groups/${id}`);
}

/** A trainer's group is hers; a manager names a trainer, or leaves it open. Null: there is no such trainer. */
async function trainersOf(staff: Staff, chosen: string): Promise<string[] | null> {
	if (staff.role === 'trainer') return [staff.id];
	if (!chosen) return [];
	const trainer = /^[a-z0-9]{15}$/.test(chosen) ? await staffById(chosen) : null;
	return trainer?.role === 'trainer' && trainer.active ? [trainer.id] : null;
}
