import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { addressKey, rateLimits, type Use } from '$lib/server/rate-limit';
import { noteAct } from '$lib/server/repositories/audit';
import { staffById } from '$lib/server/repositories/staff';
import { useCode } from '$lib/server/repositories/staff-codes';
import type { StaffRole } from '$lib/server/session';
import { tidyOnceCode } from '../../once-code';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { noteFailure } from './note-failure';
import { emailOf, newPasswordOf } from './password';
import { signInAs } from './sign-in-as';

/**
 * Sets a new password for who shows the code that her manager gave her, ends her other sessions and signs her in
 * here. A password that cannot be taken costs no try.
 */
export async function enterByCode(
	event: RequestEvent,
	form: FormData,
	words: Words
): Promise<{ role: StaffRole } | ActionFailure<FormProblem>> {
	const { email, isFaulty } = emailOf(form);
	const typed = textOf(form, 'code').slice(0, 40);
	const values = { email, code: typed };
	if (isFaulty) return problem(words, 'email_faulty', 'email', { values });
	const chosen = newPasswordOf(form, email, words, values);
	if (chosen.fault) return chosen.fault;
	const tries: Use[] = [
		['codeByAddress', addressKey(event.getClientAddress())],
		['codeByAccount', email]
	];
	const wait = await rateLimits.take(...tries);
	if (wait) {
		event.setHeaders({ 'retry-after': String(wait.retryAfterS) });
		const params = { n: Math.ceil(wait.retryAfterS / 60) };
		return problem(words, 'too_many_tries', 'code', { values, params, status: 429 });
	}
	const { outcome, staff } = await useCode({ email, code: tidyOnceCode(typed), password: chosen.password });
	if (outcome === 'wrong') {
		await noteFailure('staff.password-reset-failed', staff, email);
		return problem(words, 'code_wrong', 'code', { values, status: 401 });
	}
	await rateLimits.giveBack(...tries);
	await signInAs(event, staff);
	await noteAct(staff, 'staff.password-reset', staff);
	const member = await staffById(staff);
	return { role: member?.role ?? 'expert' };
}
