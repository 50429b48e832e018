import { redirect } from '@sveltejs/kit';
import { draftOf, dropDraft } from '$lib/console/server/import/drafts';
import { prepare } from '$lib/console/server/import/prepare';
import { startImport } from '$lib/console/server/import/run-import';
import { seeImport } from '$lib/console/server/import/see-import';
import { settleColumns, settleDoubts, settleFaults, settlePlaces } from '$lib/console/server/import/settle';
import { undoImport } from '$lib/console/server/import/undo-import';
import { problem } from '$lib/console/server/form';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { giveUp } from '$lib/server/errors';
import { importOf } from '$lib/server/repositories/imports';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
	const seen = await seeImport(staffOf(locals), params.id, wordsOf(cookies));
	return { seen: seen ?? giveUp('not_found'), nowMs: Date.now() };
};

/** Her own draft. One that was taken in meanwhile shows what came of it; anybody else's is not there. */
async function draftIn({ locals, params: { id } }: RequestEvent) {
	const staff = staffOf(locals);
	const draft = await draftOf(staff.id, id);
	if (draft) return { staff, draft };
	if (await importOf(staff, id)) redirect(303, `/trainer/import/${id}`);
	return giveUp('not_found');
}

const again = ({ params: { id } }: RequestEvent, part = '') =>
	redirect(303, `/trainer/import/${id}${part && `#${part}`}`);

export const actions: Actions = {
	columns: async (event) => {
		const { staff, draft } = await draftIn(event);
		await settleColumns(staff, draft, await event.request.formData());
		again(event, 'rows');
	},
	doubts: async (event) => {
		const { draft } = await draftIn(event);
		await settleDoubts(draft, await event.request.formData());
		again(event, 'doubts');
	},
	places: async (event) => {
		const { draft } = await draftIn(event);
		await settlePlaces(draft, await event.request.formData());
		again(event, 'places');
	},
	faults: async (event) => {
		const { draft } = await draftIn(event);
		await settleFaults(draft, await event.request.formData());
		again(event, 'faults');
	},
	/** Begins to take it in; the page shows how far it is. */
	run: async (event) => {
		const { staff, draft } = await draftIn(event);
		const prepared = await prepare(staff, draft);
		if (!prepared?.canRun) return problem(wordsOf(event.cookies), 'import_not_ready', 'run', { status: 409 });
		void startImport(staff, draft, prepared.checked.rows.length);
		// Without a part: an address that has one is not loaded anew by the page's own refresh.
		again(event);
	},
	drop: async (event) => {
		const { draft } = await draftIn(event);
		await dropDraft(draft.id);
		redirect(303, '/trainer/import');
	},
	undo: async (event) => {
		const staff = staffOf(event.locals);
		const made = await importOf(staff, event.params.id);
		return made ? undoImport(staff, made, wordsOf(event.cookies)) : giveUp('not_found');
	}
};
