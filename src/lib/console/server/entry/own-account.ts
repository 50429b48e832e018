import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { PERSON_PICTURES } from '$lib/domain/people';
import { tidyPassword } from '$lib/domain/password';
import { checkTypedPassword } from '$lib/server/check-typed-password';
import { rateLimits } from '$lib/server/rate-limit';
import { noteAct } from '$lib/server/repositories/audit';
import { renameStaff, setPassword } from '$lib/server/repositories/change-staff';
import { staffById } from '$lib/server/repositories/staff';
import { endOtherSessions, endStaffSession } from '$lib/server/repositories/staff-sessions';
import { ownSession, type Staff } from '$lib/server/session';
import { MAX_NAME_LENGTH } from '../../roster';
import type { Words } from '../../words';
import { nameOf, problem, textOf, type FormProblem } from '../form';
import { newPasswordOf } from './password';

type Answer<Done extends string> = Promise<{ done: Done } | ActionFailure<FormProblem>>;
type Visit = Pick<RequestEvent, 'cookies' | 'url'>;

/** What a member of staff may change of herself. */
export async function renameMyself(staff: Staff, form: FormData, words: Words): Answer<'saved'> {
	const { name, tooLong } = nameOf(form, 'name', MAX_NAME_LENGTH);
	const picture = textOf(form, 'picture');
	const values = { name: textOf(form, 'name'), picture };
	if (!name) return problem(words, 'person_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	// Members who were made before they could choose have none.
	if (picture && !(PERSON_PICTURES as readonly string[]).includes(picture))
		return problem(words, 'picture_unknown', 'picture', { values });
	await renameStaff(staff.id, { name, picture });
	await noteAct(staff.id, 'staff.renamed', staff.id);
	return { done: 'saved' };
}

/** The old one is asked for, a few times and no more; all other browsers must sign in again. */
export async function changeMyPassword(
	staff: Staff,
	visit: Visit,
	form: FormData,
	words: Words
): Answer<'changed'> {
	const member = await staffById(staff.id);
	if (!member) return problem(words, 'member_unknown', 'old', { status: 404 });
	const old = textOf(form, 'old').slice(0, 200);
	const chosen = newPasswordOf(form, member.email, words, {});
	if (chosen.fault) return chosen.fault;
	const wait = await rateLimits.take(['ownPassword', staff.id]);
	if (wait) {
		const params = { n: Math.ceil(wait.retryAfterS / 60) };
		return problem(words, 'too_many_tries', 'old', { params, status: 429 });
	}
	if (!(await checkTypedPassword(member.email, old))) {
		await noteAct(staff.id, 'staff.sign-in-failed', staff.id);
		return problem(words, 'password_old_wrong', 'old', { status: 401 });
	}
	await rateLimits.giveBack(['ownPassword', staff.id]);
	if (chosen.password === tidyPassword(old)) return problem(words, 'password_same', 'password');
	await setPassword(staff.id, chosen.password);
	await endOtherSessions(staff.id, ownSession(visit) ?? '');
	await noteAct(staff.id, 'staff.password-changed', staff.id);
	return { done: 'changed' };
}

/** One session of hers, or all but this one. This one is ended by signing out. */
export async function endMySessions(
	staff: Staff,
	visit: Visit,
	form: FormData,
	words: Words
): Answer<'ended'> {
	const here = ownSession(visit) ?? '';
	const id = textOf(form, 'session');
	if (id === 'others') await endOtherSessions(staff.id, here);
	else if (id === here || !/^[0-9a-f]{64}$/.test(id) || !(await endStaffSession(staff.id, id)))
		return problem(words, 'session_unknown', 'session', { status: 404 });
	await noteAct(staff.id, 'staff.session-ended', staff.id);
	return { done: 'ended' };
}
