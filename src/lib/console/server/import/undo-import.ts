import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { takeBack, type Import } from '$lib/server/repositories/imports';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, type FormProblem } from '../form';

/** Takes an import back; pressed twice, once. */
export async function undoImport(
	staff: Staff,
	{ id, groups, madeGroups }: Import,
	words: Words
): Promise<{ done: 'undone' } | ActionFailure<FormProblem>> {
	const { outcome } = await takeBack(staff, id);
	if (outcome === 'late' || outcome === 'gone')
		return problem(words, 'import_undo_late', 'undo', { status: 409 });
	if (outcome === 'undone') {
		const about = [id, ...groups.filter((group) => !madeGroups.includes(group))];
		await Promise.all(about.map((one) => noteAct(staff.id, 'import.undone', one)));
	}
	return { done: 'undone' };
}
