import type { ActionFailure } from '@sveltejs/kit';
import { noteAct } from '$lib/server/repositories/audit';
import { deleteNote, keepNote } from '$lib/server/repositories/woman-notes';
import type { Staff } from '$lib/server/session';
import { lengthOf } from '../roster';
import { MAX_NOTE_LENGTH } from '../seeing/note';
import type { Words } from '../words';
import { keyOf, problem, textOf, type FormProblem } from './form';

type Done = { done: 'noteWritten' | 'noteChanged' | 'noteDeleted' };
type Values = Record<string, string>;

/**
 * Writes a note about a woman, or changes one of her own (`version` says which one she looked at). A new one brings its
 * id along, so that pressed twice it is written once, and two people's notes are two notes. Nothing typed is lost.
 */
export async function writeNote(
	staff: Staff,
	learner: string,
	form: FormData,
	words: Words
): Promise<Done | ActionFailure<FormProblem>> {
	const id = keyOf(form);
	const text = textOf(form, 'text').replaceAll('\r\n', '\n').trim();
	const expected = Number(textOf(form, 'version')) || 0;
	const values: Values = { text, note: expected ? (id ?? '') : '' };
	const fault = (code: Parameters<typeof problem>[1], status = 400, params = {}) =>
		problem(words, code, 'note', { values, status, params });
	if (!id || expected < 0 || !Number.isInteger(expected)) return fault('form_unreadable');
	if (!text) return fault('note_missing');
	if (lengthOf(text) > MAX_NOTE_LENGTH)
		return fault('note_too_long', 400, { n: MAX_NOTE_LENGTH, now: lengthOf(text) });

	const outcome = await keepNote(learner, { id, author: staff.id, text, expected });
	if (outcome === 'stale') return fault('note_stale', 409);
	if (outcome === 'gone') return fault('note_gone', 404);
	if (outcome === 'kept')
		await noteAct(staff.id, expected ? 'note.changed' : 'note.written', `${learner} ${id}`);
	return { done: expected ? 'noteChanged' : 'noteWritten' };
}

/** Deletes a note of her own; another's stays, and twice is as once. */
export async function dropNote(
	staff: Staff,
	learner: string,
	form: FormData,
	words: Words
): Promise<Done | ActionFailure<FormProblem>> {
	const id = keyOf(form);
	if (!id) return problem(words, 'form_unreadable', 'note');
	if (await deleteNote(learner, { id, author: staff.id }))
		await noteAct(staff.id, 'note.deleted', `${learner} ${id}`);
	return { done: 'noteDeleted' };
}
