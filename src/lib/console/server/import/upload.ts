import { redirect, type ActionFailure } from '@sveltejs/kit';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { problem, textOf, type FormProblem } from '../form';
import { keepDraft } from './drafts';
import { readFile } from './read-file';
import { MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS } from './table';

const MAX_FILE_NAME = 80;

/** Reads a list, keeps it as a draft of hers, and goes to what was understood of it. */
export async function upload(
	staff: Staff,
	request: Request,
	words: Words
): Promise<ActionFailure<FormProblem>> {
	const form = await formIn(request);
	const file = form?.get('file');
	if (!form || !(file instanceof File) || !file.name) return problem(words, 'import_no_file', 'file');
	if (file.size > MAX_FILE_BYTES)
		return problem(words, 'import_too_large', 'file', { params: { mb: MAX_FILE_BYTES / 1e6 }, status: 413 });
	const read = await readFile(new Uint8Array(await file.arrayBuffer()));
	if (read.kind === 'faulty')
		return problem(words, read.code, 'file', {
			params: { rows: MAX_ROWS.toLocaleString(words.language), columns: MAX_COLUMNS },
			status: 422
		});
	const fileName = file.name
		.normalize('NFC')
		.replace(/\p{Cc}/gu, '')
		.slice(0, MAX_FILE_NAME);
	const draft = await keepDraft(staff.id, fileName, read.table, textOf(form, 'group'));
	redirect(303, `/trainer/import/${draft.id}`);
}

/** A body that broke off on its way is no form. */
const formIn = (request: Request): Promise<FormData | null> => request.formData().catch(() => null);
