import { redirect, fail } from '@sveltejs/kit';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { inLanguage } from '$lib/domain/language';
import { lessonsOf } from '$lib/domain/course';
import { currentlyPublished } from '$lib/studio/server/current';
import { dropDraft, keepDraft, listDrafts } from '$lib/studio/server/drafts/draft-store';
import { openHandedIn } from '$lib/studio/server/drafts/open-draft';
import { noteAct } from '$lib/server/repositories/audit';
import { isZip } from '$lib/studio/server/pack/unzip';
import type { Actions, PageServerLoad } from './$types';

/** More faults than this are one fault, made often. */
const FAULTS_SHOWN = 60;
const MAX_NAME = 120;

export const load: PageServerLoad = async ({ cookies }) => {
	const { language } = wordsOf(cookies);
	const { published } = await currentlyPublished();
	return {
		nowMs: Date.now(),
		drafts: await listDrafts(),
		courses: published.catalog.courses.map((course) => ({
			slug: course.slug,
			title: inLanguage(course.title, language).text,
			lessons: lessonsOf(course).length
		}))
	};
};

export const actions: Actions = {
	/** Checks a file, whole, and keeps it as a draft; a faulty one is not kept. */
	upload: async ({ request, locals, cookies }) => {
		const words = wordsOf(cookies);
		const file = await fileIn(request);
		if (!file || file.size === 0) return fail(400, { message: words.t('content.noFile'), faults: [] });
		const bytes = new Uint8Array(await file.arrayBuffer());
		const opened = await openHandedIn(bytes);
		if (opened.kind === 'faulty') {
			const { faults } = opened;
			const message = words.count('content.faulty', faults.length);
			return fail(422, { message, faults: faults.slice(0, FAULTS_SHOWN).map((fault) => fault.in(words.language)) });
		}
		const name = file.name.slice(0, MAX_NAME);
		const { id, name: by } = staffOf(locals);
		const draft = await keepDraft({ name, by, atMs: Date.now(), isPack: isZip(bytes) }, bytes);
		await noteAct(id, 'content.changed', `draft ${name}`);
		redirect(303, `/trainer/content/drafts/${draft.id}`);
	},
	drop: async ({ request, locals }) => {
		const id = String((await request.formData()).get('id'));
		await dropDraft(id);
		await noteAct(staffOf(locals).id, 'content.changed', `draft ${id.slice(0, 40)}`);
	}
};

/** A body that broke off on its way is no form. */
async function fileIn(request: Request): Promise<File | undefined> {
	try {
		const file = (await request.formData()).get('file');
		return file instanceof File ? file : undefined;
	} catch {
		return undefined;
	}
}
