import { noteAct } from '$lib/server/repositories/audit';
import { noticeById, withdrawNotice } from '$lib/server/repositories/notices';
import { dropScam, freeFiles } from '$lib/server/repositories/scams';
import { problem } from '../form';
import { openScam, type Acted, type Actor } from './actor';

type Forget = (files: string[]) => Promise<void>;

/** Takes a trick back from the phones, and deletes what was recorded and photographed for it. Who has practised it stays
 * known. */
export async function withdrawScam(actor: Actor, id: string, forget: Forget): Promise<Acted<'withdrawn'>> {
	const opened = await openScam(actor, id);
	if ('refused' in opened) return opened.refused;
	const { staff, words } = actor;
	const stale = () => problem(words, 'scam_stale', 'form', { status: 409, params: { name: '' } });
	const notice = await noticeById(id);
	if (!notice) return stale();
	const { outcome } = await withdrawNotice(id, { expected: notice.version, media: [], by: staff.id });
	if (outcome !== 'kept') return stale();
	await forget(await freeFiles(id, opened.scam.files));
	await noteAct(staff.id, 'scam.withdrawn', id);
	return { done: 'withdrawn' };
}

/** Drops what was never published. */
export async function dropDraft(actor: Actor, id: string, forget: Forget): Promise<Acted<'dropped'>> {
	const opened = await openScam(actor, id);
	if ('refused' in opened) return opened.refused;
	const { staff, words } = actor;
	const free = await freeFiles(id, opened.scam.files);
	if ((await dropScam(id, opened.scam.revision)) !== 'kept')
		return problem(words, 'scam_stale', 'form', { status: 409, params: { name: '' } });
	await forget(free);
	await noteAct(staff.id, 'scam.dropped', id);
	return { done: 'dropped' };
}
