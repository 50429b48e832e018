import type { Catalog } from '$lib/domain/course';
import type { AssignmentBody } from '$lib/domain/notices/assignment';
import { lessonsAssigned } from '$lib/domain/notice-rules';
import { problem, textOf } from '../form';
import { endOf, readDay } from './days';
import { sendNotice, typed, type Sender, type Sent } from './send';

/** A woman who is late sees it for a while still. */
export const STANDS_AFTER_DUE_MS = 30 * 24 * 3600_000;

/** What a form's "assign" names ("lesson:<slug>"), when the catalogue has it. */
function whatOf(chosen: string, catalog: Catalog): Pick<AssignmentBody, 'what' | 'slug'> | null {
	const [what, slug = ''] = chosen.split(':');
	if (what !== 'course' && what !== 'module' && what !== 'lesson') return null;
	return lessonsAssigned({ what, slug, due: null }, catalog.courses).length > 0 ? { what, slug } : null;
}

export async function assign(sender: Sender, catalog: Catalog, nowMs = Date.now()): Promise<Sent<'sent'>> {
	const { form, words } = sender;
	const values = typed(form, 'assignment');
	const chosen = textOf(form, 'assign');
	if (!chosen) return problem(words, 'notice_nothing_assigned', 'assign', { values });
	const what = whatOf(chosen, catalog);
	if (!what) return problem(words, 'notice_lesson_gone', 'assign', { values });
	const due = readDay(textOf(form, 'due'), nowMs);
	if ('fault' in due) return problem(words, due.fault, 'due', { values });
	const untilMs = due.day ? endOf(due.day) + STANDS_AFTER_DUE_MS : null;
	return sendNotice(sender, 'assignment', () => Promise.resolve({ ...what, due: due.day }), untilMs);
}
