import type { ActionFailure } from '@sveltejs/kit';
import { placeOfCode } from '$lib/server/places/code';
import { reachesAll } from '$lib/server/reach';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { invite, type Invited } from '$lib/server/repositories/invitations';
import type { Staff } from '$lib/server/session';
import { isWithin, rolesToInvite } from '$lib/server/staff-reach';
import { MAX_NAME_LENGTH } from '../../roster';
import type { Words } from '../../words';
import { keyOf, nameOf, problem, textOf, type FormProblem } from '../form';
import { Once } from '../once';

type Made = { done: 'invited'; name: string; link: string };

const MAX_PLACES = 40;
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
	const role = rolesToInvite(staff).find((one) => one === textOf(form, 'role'));
	const places = listOf(form, 'place');
	const groups = role === 'trainer' ? listOf(form, 'group') : [];
	const values = {
		...{ name: textOf(form, 'name'), role: role ?? '' },
		...{ places: places.join(' '), groups: groups.join(' ') }
	};
	if (!name) return problem(words, 'person_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	if (!role) return problem(words, 'role_not_yours', 'role', { values, status: 403 });
	if (places.length > MAX_PLACES)
		return problem(words, 'too_many_places', 'places', { values, params: { n: MAX_PLACES } });
	if (!(await mayName(staff, places)))
		return problem(words, 'places_not_yours', 'places', { values, status: 403 });
	// None would be all of the programme.
	if (!reachesAll(staff) && places.length === 0)
		return problem(words, 'places_missing', 'places', { values });
	const hers = new Set((await groupsOf(staff)).map(({ id }) => id));
	if (!groups.every((id) => hers.has(id)))
		return problem(words, 'groups_not_yours', 'groups', { values, status: 403 });
	return { name, role, places, groups, invitedBy: staff.id };
}

async function mayName(staff: Staff, places: string[]): Promise<boolean> {
	const known = await Promise.all(
		places.map(async (code) =>
			reachesAll(staff) ? (await placeOfCode(code)) !== null : isWithin(code, staff.places)
		)
	);
	return known.every(Boolean);
}

const listOf = (form: FormData, field: string): string[] =>
	[...new Set(form.getAll(field).filter((value) => typeof value === 'string' && value !== ''))] as string[];
