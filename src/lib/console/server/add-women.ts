import { redirect, type ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import type { Group } from '$lib/server/repositories/groups';
import { addLearners, learnersOfGroup } from '$lib/server/repositories/learners';
import type { Staff } from '$lib/server/session';
import { assignPictures } from '../assign-pictures';
import { MAX_NAME_LENGTH, MAX_NAMES, readRoster, type RosterProblem } from '../roster';
import type { Words } from '../words';
import { keyOf, listed, problem, textOf, type FormProblem } from './form';
import { Once } from './once';

type Added = { kind: 'added'; n: number } | ({ kind: 'problem' } & RosterProblem);
const KEEP_MS = 10 * 60_000;
const additions = new Once<Added>(KEEP_MS);

/** Adds the women whose names the form lists, all or none, each with a picture, and goes back to the group. */
export async function addWomen(
	staff: Staff,
	{ id: group, archived }: Pick<Group, 'id' | 'archived'>,
	form: FormData,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	const values = { names: textOf(form, 'names'), different: textOf(form, 'different') };
	const key = keyOf(form);
	if (!key) return problem(words, 'form_unreadable', 'names', { values });
	if (archived) return problem(words, 'group_closed', 'names', { values, status: 409 });
	const add = () => addOnce(staff, group, values.names, values.different === 'on');
	const added = await additions.run(`${staff.id}:${group}:${key}`, add, ({ kind }) => kind === 'added');
	if (added?.kind === 'problem') return rosterProblem(words, added, values);
	redirect(303, `/trainer/groups/${group}${added ? `?added=${added.n}` : ''}`);
}

async function addOnce(staff: Staff, group: string, text: string, areDifferent: boolean): Promise<Added> {
	const inGroup = await learnersOfGroup(group);
	const names = inGroup.map((woman) => woman.name);
	const roster = readRoster(text, names, areDifferent);
	if (roster.kind === 'problem') return roster;
	const taken = inGroup.map((woman) => woman.picture);
	const pictures = assignPictures(roster.names.length, taken);
	const women = roster.names.map((name, i) => ({ name, picture: pictures[i]! }));
	const learners = await addLearners(group, women, staff.id);
	await Promise.all(learners.map(({ id }) => noteAct(staff.id, 'learner.added', id)));
	return { kind: 'added', n: learners.length };
}

function rosterProblem(words: Words, found: RosterProblem, values: Record<string, string>) {
	const status = found.code === 'already_here' || found.code === 'twice' ? 409 : 400;
	const params =
		'names' in found
			? { names: listed(found.names), n: MAX_NAME_LENGTH }
			: { n: 'n' in found ? found.n : 0, max: MAX_NAMES };
	return problem(words, found.code, 'names', { params, values, status });
}
