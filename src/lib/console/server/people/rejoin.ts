import type { ActionFailure } from '@sveltejs/kit';
import { mayReadGroup } from '$lib/server/access';
import { noteAct } from '$lib/server/repositories/audit';
import type { Group } from '$lib/server/repositories/groups';
import { membershipsOf, moveLearner } from '$lib/server/repositories/memberships';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';

/** Takes back a woman who has left this group, unless by now she is looked after by somebody else. */
export async function rejoin(
	staff: Staff,
	group: Group,
	form: FormData,
	words: Words
): Promise<{ done: 'rejoined' } | ActionFailure<FormProblem>> {
	const woman = textOf(form, 'woman');
	const memberships = /^[a-z0-9]{15}$/.test(woman) ? await membershipsOf(woman) : [];
	const wasHere = memberships.some((one) => one.group.id === group.id);
	const open = memberships.filter(({ untilMs }) => untilMs === null);
	const isHers = open.length === 0 || open.some((one) => mayReadGroup(staff, one.group));
	if (!wasHere || !isHers) return problem(words, 'woman_unknown', 'woman', { status: 404 });
	const outcome = await moveLearner(woman, { to: group.id }, staff.id);
	if (outcome === 'closed') return problem(words, 'group_closed', 'woman', { status: 409 });
	if (outcome === 'gone') return problem(words, 'woman_unknown', 'woman', { status: 404 });
	if (outcome === 'kept') await noteAct(staff.id, 'learner.joined-group', `${woman} ${group.id}`);
	return { done: 'rejoined' };
}
