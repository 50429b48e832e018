import { log } from '$lib/server/log';
import { noteAct } from '$lib/server/repositories/audit';
import { importOf, takeIn } from '$lib/server/repositories/imports';
import type { Staff } from '$lib/server/session';
import { changeDraft, draftOf, dropDraft, type Draft } from './drafts';
import { newImport } from './new-import';
import { prepare } from './prepare';

export type Job = { step: 'checking' | 'writing'; done: number; total: number };

/** What is under way, by draft. One process serves the console. */
const jobs = new Map<string, Job>();
/** One list after the other: who is there is looked at after the one before has been written. */
const line = { last: Promise.resolve() };

export const jobOf = (draft: string): Job | undefined => jobs.get(draft);

/** Begins to take a draft in; sent twice, it is begun once. What comes of it is asked with `jobOf` and `importOf`. */
export function startImport(staff: Staff, draft: Draft, total: number): Promise<void> {
	if (jobs.has(draft.id)) return line.last;
	jobs.set(draft.id, { step: 'checking', done: 0, total });
	const work = async () => {
		try {
			await carryOut(staff, draft.id);
		} catch (cause) {
			log.error({ cause }, 'an import broke off');
			const left = await draftOf(staff.id, draft.id);
			if (left) await changeDraft(left, { note: 'failed' });
		} finally {
			jobs.delete(draft.id);
		}
	};
	line.last = line.last.then(work, work);
	return line.last;
}

async function carryOut(staff: Staff, id: string): Promise<void> {
	const draft = await draftOf(staff.id, id);
	if (!draft) return;
	const job = jobs.get(id);
	const prepared = await prepare(staff, draft);
	if (!prepared?.canRun) return changeDraft(draft, { note: 'changed' });
	const rows = await newImport(staff, draft, prepared);
	if (job) Object.assign(job, { step: 'writing', done: prepared.checked.rows.length });
	const outcome = await takeIn(staff, rows);
	if (outcome === 'closed' || outcome === 'changed') return changeDraft(draft, { note: outcome });
	if (outcome === 'kept') {
		const made = await importOf(staff, id);
		const groups = made?.groups ?? [];
		await Promise.all([id, ...groups].map((about) => noteAct(staff.id, 'import.made', about)));
	}
	await dropDraft(id);
}
