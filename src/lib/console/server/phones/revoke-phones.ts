import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { phonesOf, revokeMany, type PhoneProfile } from '$lib/server/repositories/phones';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { openGroup } from '../open';

type Revoked = { done: 'revoked'; n: number; names: string } | ActionFailure<FormProblem>;

const withAccess = (phones: PhoneProfile[]) => phones.filter(({ revokedAtMs }) => revokedAtMs === null);
const nNames = 8;

/** One phone: every profile on it that the form names, of women whom she looks after. Her card opens it again. */
export async function revokePhone(staff: Staff, form: FormData, words: Words): Promise<Revoked> {
	const ids = new Set(form.getAll('phone'));
	const mine = await phonesOf((await groupsOf(staff)).map(({ id }) => id));
	const chosen = mine.filter(({ id }) => ids.has(id));
	if (chosen.length === 0 || chosen.length < ids.size)
		return problem(words, 'phone_unknown', 'phone', { status: 404 });
	return revoke(staff, withAccess(chosen));
}

/** All of a group, when they are as many as the button said: between looking and pressing somebody may have joined. */
export async function revokeGroup(staff: Staff, form: FormData, words: Words): Promise<Revoked> {
	const group = await openGroup(staff, textOf(form, 'group'));
	const phones = withAccess(await phonesOf([group.id]));
	if (String(phones.length) !== textOf(form, 'n'))
		return problem(words, 'phones_changed', 'group', { params: { n: phones.length }, status: 409 });
	return revoke(staff, phones);
}

async function revoke(staff: Staff, phones: PhoneProfile[]): Promise<Revoked> {
	const revoked = new Set(await revokeMany(phones.map(({ id }) => id)));
	const gone = phones.filter(({ id }) => revoked.has(id));
	for (const { id, learner } of gone) await noteAct(staff.id, 'phones.revoked', `${learner} ${id}`);
	const names = [...new Set(gone.map(({ name }) => name))];
	const shown = names.slice(0, nNames).join(', ');
	return { done: 'revoked', n: gone.length, names: names.length > nNames ? `${shown} …` : shown };
}
