import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { changeStaff, staffById, type StaffMember } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { placesGiven } from './places-given';
import { isGivenRole, looksAfter, mayGive, rolesToGive } from './within';

type Done<What extends string> = { done: What; member: string } | ActionFailure<FormProblem>;

/** The member of staff whom the form names, when she is the manager's to look after. */
async function open(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<{ member: StaffMember } | { refused: ActionFailure<FormProblem> }> {
	const id = textOf(form, 'member');
	const member = /^[a-z0-9]{15}$/.test(id) ? await staffById(id) : null;
	if (!member)
		return { refused: problem(words, 'staff_unknown', 'member', { values: { member: id }, status: 404 }) };
	if (await looksAfter(staff, member)) return { member };
	return { refused: problem(words, 'staff_not_yours', 'member', { values: { member: id }, status: 403 }) };
}

/** Gives a member of staff another role or other places: never more than the manager has herself. */
export async function changeWork(staff: Staff, form: FormData, words: Words): Promise<Done<'saved'>> {
	const opened = await open(staff, form, words);
	if ('refused' in opened) return opened.refused;
	const { member } = opened;
	const role = textOf(form, 'role');
	const values = { member: member.id, role, places: form.getAll('places').map(String).join(' ') };
	if (!isGivenRole(role)) return problem(words, 'role_unknown', 'role', { values });
	if (!rolesToGive(staff).includes(role))
		return problem(words, 'role_not_yours', 'role', { values, status: 403 });
	const given = await placesGiven(form);
	if ('fault' in given)
		return problem(words, given.fault, 'places', {
			values: { ...values, addPlace: textOf(form, 'addPlace'), candidates: JSON.stringify(given.candidates) }
		});
	if (!(await mayGive(staff, given.places)))
		return problem(words, 'place_not_yours', 'places', { values, status: 403 });
	return write(staff, member, { role, places: given.places }, words, 'saved');
}

/** Puts her out of work: her sessions end at once, and her password opens nothing. Her groups keep her name. */
export async function stopWork(staff: Staff, form: FormData, words: Words): Promise<Done<'stopped'>> {
	const opened = await open(staff, form, words);
	return 'refused' in opened
		? opened.refused
		: write(staff, opened.member, { active: false }, words, 'stopped');
}

export async function resumeWork(staff: Staff, form: FormData, words: Words): Promise<Done<'resumed'>> {
	const opened = await open(staff, form, words);
	return 'refused' in opened
		? opened.refused
		: write(staff, opened.member, { active: true }, words, 'resumed');
}

const acts = { saved: 'staff.changed', stopped: 'staff.stopped', resumed: 'staff.resumed' } as const;

async function write<What extends keyof typeof acts>(
	staff: Staff,
	member: StaffMember,
	values: Parameters<typeof changeStaff>[1],
	words: Words,
	done: What
): Promise<Done<What>> {
	const outcome = await changeStaff(member.id, values);
	const refused = { values: { member: member.id } };
	if (outcome === 'gone') return problem(words, 'staff_unknown', 'member', { ...refused, status: 404 });
	if (outcome === 'last') return problem(words, 'staff_last', 'member', { ...refused, status: 409 });
	await noteAct(staff.id, acts[done], member.id);
	return { done, member: member.id };
}
