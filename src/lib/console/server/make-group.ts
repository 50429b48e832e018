import { redirect, type ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { createGroupOnce } from '$lib/server/repositories/create-group-once';
import type { Staff } from '$lib/server/session';
import type { Words } from '../words';
import { keyOf, problem, type FormProblem } from './form';
import { groupFields, readGroupForm } from './people/read-group-form';

/** Makes a group and goes to its page; a second press of the button goes to the same one. */
export async function makeGroup(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	const given = await readGroupForm(staff, form, words);
	if ('status' in given) return given;
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'name', { values: groupFields(form) });
	if (await createGroupOnce({ id, ...given }, staff.id)) await noteAct(staff.id, 'group.created', id);
	// Were the id another's, that page says that it is not for her.
	redirect(303, `/trainer/groups/${id}`);
}
