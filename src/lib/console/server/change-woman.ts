import type { ActionFailure } from '@sveltejs/kit';
import { PERSON_PICTURES } from '$lib/domain/people';
import { noteAct } from '$lib/server/repositories/audit';
import { deviceById } from '$lib/server/repositories/devices';
import { changeLearner, resetPictureCode, revokeCard, type Learner } from '$lib/server/repositories/learners';
import { revokeDevice, type Staff } from '$lib/server/session';
import { MAX_NAME_LENGTH } from '../roster';
import type { Words } from '../words';
import { nameOf, problem, textOf, type FormProblem } from './form';

type Done<What extends string> = { done: What };

/** What a trainer may change of a woman. Each act is carried out as often as it is sent, and twice is as once. */
export async function rename(
	staff: Staff,
	woman: Learner,
	form: FormData,
	words: Words
): Promise<Done<'saved'> | ActionFailure<FormProblem>> {
	const { name, tooLong } = nameOf(form, 'name', MAX_NAME_LENGTH);
	const picture = textOf(form, 'picture');
	const values = { name: textOf(form, 'name'), picture };
	if (!name) return problem(words, 'woman_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	if (!(PERSON_PICTURES as readonly string[]).includes(picture))
		return problem(words, 'picture_unknown', 'picture', { values });
	await changeLearner(woman.id, { name, picture }, { expected: woman.version, by: staff.id });
	await noteAct(staff.id, 'learner.changed', woman.id);
	return { done: 'saved' };
}

/** Only a phone of this woman: another's id, however it was come by, is unknown here. */
export async function revokePhone(
	staff: Staff,
	learner: string,
	form: FormData,
	words: Words
): Promise<Done<'revoked'> | ActionFailure<FormProblem>> {
	const id = textOf(form, 'phone');
	const phone = /^[0-9a-z]{26}$/.test(id) ? await deviceById(id) : null;
	if (phone?.learner !== learner) return problem(words, 'phone_unknown', 'phone', { status: 404 });
	await revokeDevice(id);
	await noteAct(staff.id, 'phones.revoked', `${learner} ${id}`);
	return { done: 'revoked' };
}

export async function resetCode(staff: Staff, learner: string): Promise<Done<'codeWasReset'>> {
	await resetPictureCode(learner);
	await noteAct(staff.id, 'code.reset', learner);
	return { done: 'codeWasReset' };
}

export async function lockCard(staff: Staff, learner: string): Promise<Done<'cardWasRevoked'>> {
	await revokeCard(learner);
	await noteAct(staff.id, 'card.revoked', learner);
	return { done: 'cardWasRevoked' };
}
