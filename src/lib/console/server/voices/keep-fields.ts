import { QUESTION_FIELDS } from '$lib/domain/voice-limits';
import { giveUp } from '$lib/server/errors';
import { reachesAll } from '$lib/server/reach';
import { allExperts, setFields } from '$lib/server/repositories/experts';
import type { Staff } from '$lib/server/session';
import { textOf } from '../form';

/** Says what an expert knows; a manager of the whole programme may. */
export async function keepFields(staff: Staff, form: FormData) {
	if (!reachesAll(staff)) giveUp('forbidden');
	const expert = (await allExperts()).find(({ id }) => id === textOf(form, 'expert'));
	if (!expert) giveUp('not_found');
	const named = form.getAll('field').map(String);
	await setFields(
		expert.id,
		QUESTION_FIELDS.filter((field) => named.includes(field))
	);
	return { done: 'fieldsKept' as const };
}
