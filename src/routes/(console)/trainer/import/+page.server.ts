import { draftsOf } from '$lib/console/server/import/drafts';
import { upload } from '$lib/console/server/import/upload';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { importsOf } from '$lib/server/repositories/imports';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const staff = staffOf(locals);
	const [drafts, imports] = await Promise.all([draftsOf(staff.id), importsOf(staff)]);
	const group = url.searchParams.get('group') ?? '';
	return {
		nowMs: Date.now(),
		group: /^[a-z0-9]{15}$/.test(group) ? group : '',
		drafts: drafts
			.filter(({ id }) => !imports.some((made) => made.id === id))
			.map(({ id, fileName, atMs }) => ({ id, fileName, atMs })),
		imports: imports.map(({ id, fileName, atMs, women, joined, undoneAtMs }) => ({
			...{ id, fileName, atMs, women, joined, undoneAtMs }
		}))
	};
};

export const actions: Actions = {
	/** Reads a list, whole, and keeps it for a day for her who brought it; a faulty one is not kept. */
	upload: async ({ locals, request, cookies }) => upload(staffOf(locals), request, wordsOf(cookies))
};
