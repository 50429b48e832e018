import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { giveCode as give } from '$lib/server/repositories/staff-codes';
import type { Staff } from '$lib/server/session';
import { membersInReach } from '$lib/console/server/staff/in-reach';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';

type Given = { done: 'code'; name: string; email: string; code: string };

/** A code for a member who forgot her password, shown this once: to be read to her. */
export async function giveCode(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<Given | ActionFailure<FormProblem>> {
	const id = textOf(form, 'member');
	// An unlocked laptop must not be a way around the present password.
	if (id === staff.id) return problem(words, 'code_for_self', 'member', { status: 403 });
	const member = (await membersInReach(staff)).find((one) => one.id === id && one.active);
	const code = member ? await give(member.id, staff.id) : null;
	if (!member || !code) return problem(words, 'member_unknown', 'member', { status: 404 });
	await noteAct(staff.id, 'staff.code-given', member.id);
	return { done: 'code', name: member.name, email: member.email, code };
}
