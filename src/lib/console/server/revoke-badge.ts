import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { badgesOf } from '$lib/server/repositories/badges-of';
import { revokeBadge as revoke } from '$lib/server/repositories/credentials';
import type { Staff } from '$lib/server/session';
import type { Words } from '../words';
import { problem, textOf, type FormProblem } from './form';

const MAX_WHY = 200;

/** Takes a woman's badge back, for a reason that is kept. Only a manager may; doing it again changes nothing. */
export async function revokeBadge(
	staff: Staff,
	learner: string,
	form: FormData,
	words: Words
): Promise<{ done: 'badgeWasRevoked' } | ActionFailure<FormProblem>> {
	if (staff.role !== 'manager') return problem(words, 'badge_forbidden', 'why', { status: 403 });
	const id = textOf(form, 'badge');
	const why = textOf(form, 'why').trim().slice(0, MAX_WHY);
	if (!(await badgesOf(learner)).some((badge) => badge.id === id))
		return problem(words, 'badge_unknown', 'why', { status: 404 });
	if (!why) return problem(words, 'badge_why_missing', 'why', { values: { badge: id } });
	await revoke(id, why);
	await noteAct(staff.id, 'badge.revoked', `${learner} ${id}`);
	return { done: 'badgeWasRevoked' };
}
