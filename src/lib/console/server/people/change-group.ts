import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { changeGroup, groupById, type Group } from '$lib/server/repositories/groups';
import { allStaff } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { meanwhile } from './meanwhile';
import { groupFields, readGroupForm } from './read-group-form';
import { seenIn } from './seen';

type Done<What extends string> = { done: What } | ActionFailure<FormProblem>;

/** A group as its form is filled with it. `placed`: the words that the code was chosen for. */
export const fieldsOfGroup = ({ name, place, province, commune, village, trainers }: Group) => ({
	...{ name, place, village },
	code: commune || province,
	placed: commune || province ? place : '',
	trainers: [...trainers].sort().join(' ')
});

/** Changes name, place, village and trainers of a group, unless somebody else has changed them meanwhile. */
export async function changeGroupBy(
	staff: Staff,
	group: Group,
	form: FormData,
	words: Words
): Promise<Done<'saved'>> {
	const mine = groupFields(form);
	const seen = seenIn(form);
	if (!seen) return problem(words, 'form_unreadable', 'name', { values: mine });
	if (seen.version !== group.version) return told(group);
	const given = await readGroupForm(staff, form, words, group.trainers);
	if ('status' in given) {
		given.data.values = { ...given.data.values, version: String(seen.version), was: textOf(form, 'was') };
		return given;
	}
	const outcome = await changeGroup(group.id, given, { expected: seen.version, by: staff.id });
	if (outcome !== 'kept') return told((await groupById(group.id)) ?? group);
	await noteAct(staff.id, 'group.changed', group.id);
	return { done: 'saved' };

	async function told(now: Group) {
		const names = new Map((await allStaff()).map(({ id, name }) => [id, name]));
		const trainers = (ids: string) =>
			ids
				.split(' ')
				.map((id) => names.get(id) ?? '?')
				.join(', ');
		// A trainer's form has no trainers: what it does not show cannot have been changed in it.
		const shown = staff.role === 'trainer' ? { ...mine, trainers: seen?.was.trainers ?? '' } : mine;
		return meanwhile(
			words,
			{ was: seen?.was ?? {}, mine: shown, now: fieldsOfGroup(now) },
			{
				version: now.version,
				changedBy: now.changedBy,
				said: {
					name: { called: 'make.name' },
					place: { called: 'make.place' },
					village: { called: 'people.village' },
					trainers: { called: 'make.trainer', say: trainers }
				}
			}
		);
	}
}

/** Closes a group that nobody is in any more, or opens it again. */
export async function closeGroup(
	staff: Staff,
	group: Group,
	archived: boolean,
	words: Words
): Promise<Done<'closed' | 'reopened'>> {
	if (group.archived !== archived) {
		const outcome = await changeGroup(group.id, { archived }, { expected: group.version, by: staff.id });
		if (outcome === 'not_empty') return problem(words, 'group_not_empty', 'close', { status: 409 });
		if (outcome !== 'kept') return problem(words, 'group_changed', 'close', { status: 409 });
		await noteAct(staff.id, archived ? 'group.closed' : 'group.reopened', group.id);
	}
	return { done: archived ? 'closed' : 'reopened' };
}
