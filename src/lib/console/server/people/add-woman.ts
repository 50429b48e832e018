import { redirect, type ActionFailure } from '@sveltejs/kit';
import { birthYearsIn } from '$lib/domain/facts';
import { noteAct } from '$lib/server/repositories/audit';
import type { Group } from '$lib/server/repositories/groups';
import { addLearners, learnersOfGroup } from '$lib/server/repositories/learners';
import type { Staff } from '$lib/server/session';
import { assignPictures } from '../../assign-pictures';
import { MAX_NAME_LENGTH } from '../../roster';
import type { Words } from '../../words';
import { keyOf, nameOf, problem, textOf, type FormProblem } from '../form';
import { Once } from '../once';
import { factFields, factsIn } from './facts-in';

const KEEP_MS = 10 * 60_000;
const additions = new Once<'added' | 'already_here'>(KEEP_MS);

/** Adds one woman with what she has told about herself, if anything, and goes back to the group. */
export async function addWoman(
	staff: Staff,
	group: Group,
	form: FormData,
	words: Words,
	now = Date.now()
): Promise<ActionFailure<FormProblem>> {
	const typed = textOf(form, 'name');
	const different = textOf(form, 'different');
	const values = { name: typed, different, ...factFields(form) };
	const key = keyOf(form);
	if (!key) return problem(words, 'form_unreadable', 'name', { values });
	if (group.archived) return problem(words, 'group_closed', 'name', { values, status: 409 });
	const { name, tooLong } = nameOf(form, 'name', MAX_NAME_LENGTH);
	if (!name) return problem(words, 'woman_name_missing', 'name', { values });
	if (tooLong) return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME_LENGTH } });
	const facts = await factsIn(form, now);
	if ('fault' in facts) {
		const { first, last } = birthYearsIn(new Date(now).getUTCFullYear());
		return problem(words, facts.fault, facts.field, {
			values,
			params: { from: String(first), to: String(last) }
		});
	}
	const add = async () => {
		const inGroup = await learnersOfGroup(group.id);
		const isKnown = inGroup.some(
			(woman) => woman.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi')
		);
		if (isKnown && different !== 'on') return 'already_here' as const;
		const [picture = ''] = assignPictures(
			1,
			inGroup.map((woman) => woman.picture)
		);
		const [learner] = await addLearners(group.id, [{ name, picture, facts }], staff.id);
		await noteAct(staff.id, 'learner.added', learner?.id ?? '');
		return 'added' as const;
	};
	const added = await additions.run(`${staff.id}:${group.id}:${key}`, add, (result) => result === 'added');
	if (added === 'already_here')
		return problem(words, 'already_here', 'name', { values, params: { names: name }, status: 409 });
	redirect(303, `/trainer/groups/${group.id}${added ? '?added=1' : ''}`);
}
