import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { addressKey, rateLimits } from '$lib/server/rate-limit';
import { noteAct } from '$lib/server/repositories/audit';
import { acceptInvitation, lookAtInvitation } from '$lib/server/repositories/invitations';
import type { StaffRole } from '$lib/server/session';
import { MAX_NAME_LENGTH } from '../../roster';
import type { ConsoleKey, Words } from '../../words';
import { nameOf, problem, textOf, type FormProblem } from '../form';
import { emailOf, newPasswordOf } from './password';
import { Secret } from './see-invitation';
import { signInAs } from './sign-in-as';

type Refused = ActionFailure<Omit<FormProblem, 'code'> & { code: string }>;

/** Makes the invited person a member of staff and signs her in on this browser; the link opens nothing after it. */
export async function acceptAndEnter(
	event: RequestEvent,
	form: FormData,
	words: Words
): Promise<{ role: StaffRole } | Refused> {
	const secret = textOf(form, 'secret');
	if (!v.is(Secret, secret)) return shut('unknown', words, 404);
	const key = addressKey(event.getClientAddress());
	const wait = await rateLimits.take(['inviteByAddress', key]);
	if (wait) {
		event.setHeaders({ 'retry-after': String(wait.retryAfterS) });
		const params = { n: Math.ceil(wait.retryAfterS / 60) };
		return problem(words, 'too_many_tries', 'name', { params, status: 429 });
	}
	// Whoever holds no link is not told which sign-in names are taken.
	const open = await lookAtInvitation(secret);
	if (typeof open === 'string') return shut(open, words, open === 'unknown' ? 404 : 410);
	await rateLimits.giveBack(['inviteByAddress', key]);

	const { name, tooLong } = nameOf(form, 'name', MAX_NAME_LENGTH);
	const { email, isFaulty } = emailOf(form);
	const values = { name: textOf(form, 'name'), email };
	if (!name) return problem(words, 'person_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	if (isFaulty) return problem(words, 'email_faulty', 'email', { values });
	const chosen = newPasswordOf(form, email, words, values);
	if (chosen.fault) return chosen.fault;
	const accepted = await acceptInvitation(secret, { name, email, password: chosen.password });
	if (accepted === 'email_taken') return problem(words, 'email_taken', 'email', { values, status: 409 });
	if (typeof accepted === 'string') return shut(accepted, words, 410);
	await signInAs(event, accepted.staff);
	await noteAct(accepted.staff, 'staff.joined', open.invitedBy || accepted.staff);
	return { role: open.role };
}

const shut = (fault: 'unknown' | 'used' | 'withdrawn' | 'expired', words: Words, status: number): Refused =>
	fail(status, {
		code: `invite_${fault}`,
		message: words.t(`invite.${fault}` satisfies ConsoleKey),
		field: 'invitation',
		values: {}
	});
