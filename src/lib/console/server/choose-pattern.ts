import type { ActionFailure } from '@sveltejs/kit';
import { readPattern } from '$lib/domain/pattern';
import { noteAct } from '$lib/server/repositories/audit';
import { setGroupPattern } from '$lib/server/repositories/group-pattern';
import type { Staff } from '$lib/server/session';
import type { Words } from '../words';
import { problem, textOf, type FormProblem } from './form';

/** Gives a group the frame of its badges: one of the motifs and colours that there are, never a drawing. */
export async function choosePattern(
	staff: Staff,
	group: string,
	form: FormData,
	words: Words
): Promise<{ done: true } | ActionFailure<FormProblem>> {
	const [motif, thread, inlay] = ['motif', 'thread', 'inlay'].map((field) => textOf(form, field));
	const pattern = readPattern({ motif, thread, inlay });
	if (!pattern) return problem(words, 'pattern_unknown', 'motif');
	await setGroupPattern(group, pattern);
	await noteAct(staff.id, 'group.pattern-chosen', group);
	return { done: true };
}
