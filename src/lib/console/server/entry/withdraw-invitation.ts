import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { openInvitations, withdrawInvitation as withdraw } from '$lib/server/repositories/invitations';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { isInvitationInReach } from './invitation-in-reach';

/** The link opens nothing from now on. */
export async function withdrawInvitation(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<{ done: 'withdrawn' } | ActionFailure<FormProblem>> {
	const id = textOf(form, 'invitation');
	const invitation = (await openInvitations()).find((one) => one.id === id);
	if (!invitation || !(await isInvitationInReach(staff, invitation)))
		return problem(words, 'invitation_unknown', 'invitation', { status: 404 });
	await withdraw(id);
	await noteAct(staff.id, 'staff.invitation-withdrawn', id);
	return { done: 'withdrawn' };
}
