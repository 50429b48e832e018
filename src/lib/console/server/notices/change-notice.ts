import { mediaOfNotice } from '$lib/domain/media-of-notice';
import { noteAct } from '$lib/server/repositories/audit';
import { keepNotice, noticeById, withdrawNotice, type StoredNotice } from '$lib/server/repositories/notices';
import { problem, textOf } from '../form';
import { STANDS_AFTER_DUE_MS } from './assign';
import { endOf, readDay } from './days';
import type { Sender, Sent } from './send';
import { mayChangeNotice } from './whom';

/** The notice that the form names as it was looked at, if it still is so and hers to change. */
async function open(sender: Sender): Promise<{ notice: StoredNotice } | { refused: Sent<never> }> {
	const { staff, form, words } = sender;
	const id = textOf(form, 'notice');
	const version = Number(textOf(form, 'version'));
	const notice = /^[a-z0-9]{15}$/.test(id) ? await noticeById(id) : null;
	const values = { form: id };
	if (!notice) return { refused: problem(words, 'notice_unknown', 'notice', { values, status: 404 }) };
	// A trick is changed and taken back on its own page, with all that belongs to it.
	if (notice.kind === 'scam' || !(await mayChangeNotice(staff, notice.targets)))
		return { refused: problem(words, 'notice_not_yours', 'notice', { values, status: 403 }) };
	if (notice.isWithdrawn || notice.version !== version) return { refused: stale(sender, id) };
	return { notice };
}

const stale = ({ words }: Sender, id: string) =>
	problem(words, 'notice_stale', 'notice', { values: { form: id }, status: 409 });

/** Another day, and whether newcomers get it too. */
export async function changeNotice(sender: Sender, nowMs = Date.now()): Promise<Sent<'changed'>> {
	const opened = await open(sender);
	if ('refused' in opened) return opened.refused;
	const { notice } = opened;
	const { staff, form, words } = sender;
	const read = readDay(textOf(form, 'day'), nowMs);
	const values = { form: notice.id };
	if ('fault' in read) return problem(words, read.fault, 'day', { values });
	const { day } = read;
	if (!day && notice.kind === 'card') return problem(words, 'card_until_missing', 'day', { values });
	const untilMs = day ? endOf(day) + (notice.kind === 'assignment' ? STANDS_AFTER_DUE_MS : 0) : null;
	const newcomers = form.get('newcomers') === 'on';
	const changed =
		notice.kind === 'assignment'
			? { ...notice, body: { ...notice.body, due: day }, untilMs, newcomers }
			: { ...notice, untilMs: untilMs ?? notice.untilMs, newcomers };
	const { isWithdrawn: _, sentBy: __, version, ...rest } = changed;
	const kept = await keepNotice(rest, staff.id, version);
	if (kept !== 'kept') return stale(sender, notice.id);
	await noteAct(staff.id, 'notice.changed', notice.id);
	return { done: 'changed' };
}

/** Takes a notice back; `forget` deletes the recordings that nothing else names. */
export async function takeBack(
	sender: Sender,
	forget: (names: string[]) => Promise<void>
): Promise<Sent<'withdrawn'>> {
	const opened = await open(sender);
	if ('refused' in opened) return opened.refused;
	const { id, version, body } = opened.notice;
	const by = sender.staff.id;
	const media = mediaOfNotice(body);
	const { outcome, free } = await withdrawNotice(id, { expected: version, media, by });
	if (outcome !== 'kept') return stale(sender, id);
	await forget(free);
	await noteAct(by, 'notice.withdrawn', id);
	return { done: 'withdrawn' };
}
