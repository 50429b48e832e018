import type { ActionFailure } from '@sveltejs/kit';
import type { BodyOf, NoticeKind } from '$lib/domain/notice';
import { noteAct } from '$lib/server/repositories/audit';
import type { Group } from '$lib/server/repositories/groups';
import { keepNotice } from '$lib/server/repositories/notices';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { whomOf } from './whom';

export type Sender = { staff: Staff; group: Group; form: FormData; words: Words };
export type Sent<What extends string> = { done: What } | ActionFailure<FormProblem>;

/** What was typed, so that nothing of it is lost with a problem; `form` says which of the page's forms it was. */
export const typed = (form: FormData, which: string): Record<string, string> => ({
	form: which,
	...Object.fromEntries(
		['assign', 'due', 'until', 'title', 'text', 'tone', 'scene'].map((field) => [field, textOf(form, field)])
	),
	whom: form.getAll('whom').map(String).join(' '),
	newcomers: textOf(form, 'newcomers')
});

/** Writes a checked notice to whom the form names. Sent twice it is one. */
export async function sendNotice<K extends NoticeKind>(
	{ staff, group, form, words }: Sender,
	kind: K,
	make: () => Promise<BodyOf<K> | ActionFailure<FormProblem>>,
	untilMs: number | null
): Promise<Sent<'sent'>> {
	const values = typed(form, kind);
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'form', { values });
	const whom = await whomOf(staff, group, form);
	if ('fault' in whom) return problem(words, whom.fault, 'whom', { values });
	// Last, because it makes files: nobody waits for a voice that is for nobody.
	const body = await make();
	if (isFailure(body)) return body;
	const notice = { id, kind, body, targets: whom.targets, untilMs, fromMs: Date.now() };
	const kept = await keepNotice({ ...notice, newcomers: form.get('newcomers') === 'on' }, staff.id);
	if (kept === 'kept') await noteAct(staff.id, 'notice.sent', id);
	return { done: 'sent' };
}

const isFailure = <T extends object>(
	body: T | ActionFailure<FormProblem>
): body is ActionFailure<FormProblem> => 'status' in body && 'data' in body;
