import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { invite, type Invited } from '$lib/server/repositories/invitations';
import type { Staff } from '$lib/server/session';
import { MAX_NAME_LENGTH } from '../../roster';
import type { Words } from '../../words';
import { keyOf, nameOf, problem, textOf, type FormProblem } from '../form';
import { Once } from '../once';
import { placesGiven } from '../staff/places-given';
import { mayGive, rolesToGive } from '../staff/within';

type Made = { done: 'invited'; name: string; link: string };

/** Long enough for a double click or a lost answer. */
const KEEP_MS = 60_000;
const made = new Once<Made>(KEEP_MS);

/** Makes an invitation whose link is shown this once. Nobody is invited to more than who invites. */
export async function inviteStaff(
	staff: Staff,
	origin: string,
	form: FormData,
	words: Words
): Promise<Made | ActionFailure<FormProblem>> {
	const key = keyOf(form);
	if (!key) return problem(words, 'form_unreadable', 'name');
	const invited = await invitedBy(staff, form, words);
	if (!('invitedBy' in invited)) return invited;
	const work = async (): Promise<Made> => {
		const { id, secret } = await invite(invited);
		await noteAct(staff.id, 'staff.invited', id);
		return { done: 'invited', name: invited.name, link: `${origin}/invite#${secret}` };
	};
	return (
		(await made.run(`${staff.id}:${key}`, work, () => true)) ??
		problem(words, 'link_shown_already', 'name', { status: 409 })
	);
}

async function invitedBy(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<Invited | ActionFailure<FormProblem>> {
	const { name, tooLong } = nameOf(form, 'name', MAX_NAME_LENGTH);
	const role = rolesToGive(staff).find((one) => one === textOf(form, 'role'));
	const groups = role === 'trainer' ? groupsIn(form) : [];
	const values = {
		...{ name: textOf(form, 'name'), role: role ?? '' },
		...{ groups: groups.join(' '), addPlace: textOf(form, 'addPlace') }
	};
	if (!name) return problem(words, 'person_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	if (!role) return problem(words, 'role_not_yours', 'role', { values, status: 403 });
	const given = await placesGiven(form);
	if ('fault' in given)
		return problem(words, given.fault, 'places', {
			values: { ...values, candidates: JSON.stringify(given.candidates) }
		});
	const { places } = given;
	if (!(await mayGive(staff, places))) {
		// None would be all of the programme.
		const fault = places.length === 0 ? 'places_missing' : 'place_not_yours';
		return problem(words, fault, 'places', { values, status: places.length === 0 ? 400 : 403 });
	}
	const hers = new Set((await groupsOf(staff)).map(({ id }) => id));
	if (!groups.every((id) => hers.has(id)))
		return problem(words, 'groups_not_yours', 'groups', { values, status: 403 });
	return { name, role, places, groups, invitedBy: staff.id };
}

const groupsIn = (form: FormData): string[] => [...new Set(form.getAll('group').map(String).filter(Boolean))];
