import type { ActionFailure } from '@sveltejs/kit';
import { mayChangeGroup } from '$lib/server/access';
import { noteAct, type AuditedAct } from '$lib/server/repositories/audit';
import { groupById, type Group } from '$lib/server/repositories/groups';
import { moveLearner } from '$lib/server/repositories/memberships';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';

type Done<What extends string> = { done: What } | ActionFailure<FormProblem>;

/** Puts her into one more group. */
export const joinGroup = (
	staff: Staff,
	woman: string,
	form: FormData,
	words: Words
): Promise<Done<'joined'>> =>
	move(staff, woman, { form, words, fields: ['to'] }, 'joined', 'learner.joined-group');

/** From one group into another; when she was where stays in her history. */
export const moveGroup = (
	staff: Staff,
	woman: string,
	form: FormData,
	words: Words
): Promise<Done<'moved'>> =>
	move(staff, woman, { form, words, fields: ['from', 'to'] }, 'moved', 'learner.moved');

/** Out of a group, into none. Her phone, her progress and her history stay hers. */
export const leaveGroup = (
	staff: Staff,
	woman: string,
	form: FormData,
	words: Words
): Promise<Done<'left'>> =>
	move(staff, woman, { form, words, fields: ['from'] }, 'left', 'learner.left-group');

type Asked = { form: FormData; words: Words; fields: ('from' | 'to')[] };

async function move<What extends string>(
	staff: Staff,
	woman: string,
	{ form, words, fields }: Asked,
	done: What,
	act: AuditedAct
): Promise<Done<What>> {
	const named: { from?: string; to?: string } = {};
	for (const field of fields) {
		const group = await groupNamed(staff, textOf(form, field));
		if (!group) return problem(words, 'group_unknown', field, { values: { ...named }, status: 404 });
		named[field] = group.id;
	}
	const outcome = await moveLearner(woman, named, staff.id);
	if (outcome === 'stale') return problem(words, 'moved_meanwhile', 'to', { status: 409 });
	if (outcome === 'closed') return problem(words, 'group_closed', 'to', { status: 409 });
	if (outcome === 'gone') return problem(words, 'group_unknown', 'to', { status: 404 });
	if (outcome === 'kept')
		await noteAct(staff.id, act, `${woman} ${named.from ?? ''} ${named.to ?? ''}`.trim());
	return { done };
}

/** Both groups must be hers to look after: nobody is put where her trainer cannot follow. */
async function groupNamed(staff: Staff, id: string): Promise<Group | null> {
	const group = /^[a-z0-9]{15}$/.test(id) ? await groupById(id) : null;
	return group && mayChangeGroup(staff, group) ? group : null;
}
