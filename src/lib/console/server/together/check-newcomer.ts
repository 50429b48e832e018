import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { checkNewcomer } from '$lib/server/repositories/meetings';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';

const isId = (id: string) => /^[a-z0-9]{15}$/.test(id);

/** A trainer has looked at a woman who was written down on a phone: she stays, or is another woman of the group. */
export async function settleNewcomer(
	staff: Staff,
	group: string,
	form: FormData,
	words: Words
): Promise<{ done: 'kept' | 'merged' } | ActionFailure<FormProblem>> {
	const [woman, into] = [textOf(form, 'woman'), textOf(form, 'into')];
	const values = { woman };
	if (!isId(woman) || (into !== '' && !isId(into)))
		return problem(words, 'newcomer_gone', 'newcomer', { values, status: 404 });
	const outcome = await checkNewcomer(woman, group, into);
	if (outcome === 'has_own') return problem(words, 'newcomer_has_own', 'newcomer', { values, status: 409 });
	if (outcome === 'gone') return problem(words, 'newcomer_gone', 'newcomer', { values, status: 409 });
	if (outcome === 'merged') await noteAct(staff.id, 'learner.merged', `${woman} ${into}`);
	return { done: outcome };
}
