import type { ScamBody } from '$lib/domain/notices/scam';
import type { Scam } from '$lib/domain/scam';
import { SCAM_MAX_BYTES } from '$lib/domain/scam-limits';
import { noteAct } from '$lib/server/repositories/audit';
import { keepNotice, noticeById, type StoredNotice } from '$lib/server/repositories/notices';
import { addScamVoices, notePublished, type StoredScam } from '$lib/server/repositories/scams';
import { problem } from '../form';
import { endOf } from '../notices/days';
import { openScam, type Acted, type Actor } from './actor';

type Built = { kind: 'built'; weight: number; heaviest: string };
export type ScamBuilder<B extends Built = Built> = {
	build: (
		id: string,
		scam: Scam,
		clips: StoredScam['clips']
	) => Promise<B | { kind: 'mute'; mute: string[] }>;
	put: (scam: Scam, built: B) => Promise<{ body: ScamBody; files: string[] }>;
};

/** Whether this is what phones have already: another version would only be told to all of them anew. */
const isSame = (before: StoredNotice, next: Pick<StoredNotice, 'body' | 'targets' | 'untilMs'>): boolean =>
	!before.isWithdrawn &&
	before.untilMs === next.untilMs &&
	JSON.stringify(before.body) === JSON.stringify(next.body) &&
	[...before.targets, ...next.targets].every(
		({ id }) => before.targets.some((one) => one.id === id) && next.targets.some((one) => one.id === id)
	);

const kB = (bytes: number) => Math.ceil(bytes / 1000);

/**
 * Sends a trick to the phones of those it is for, or what it was changed to: as the notice of its id. Nothing mute goes
 * out, nothing that is too heavy, and nothing that somebody else has changed since it was tried. Pressed twice it is one.
 */
export async function publishScam<B extends Built>(
	actor: Actor,
	id: string,
	{ build, put }: ScamBuilder<B>,
	nowMs = Date.now()
): Promise<Acted<'published'>> {
	const opened = await openScam(actor, id);
	if ('refused' in opened) return opened.refused;
	const { staff, words } = actor;
	const { scam } = opened;
	const untilMs = endOf(scam.until);
	if (untilMs <= nowMs) return problem(words, 'notice_day_past', 'form');
	const built = await build(id, scam.body, scam.clips);
	if (built.kind === 'mute')
		return problem(words, 'scam_mute', 'form', {
			params: { sentences: built.mute.map((one) => `“${one}”`).join(', ') }
		});
	if (built.weight > SCAM_MAX_BYTES) {
		const params = { n: kB(built.weight), max: kB(SCAM_MAX_BYTES), sentence: built.heaviest };
		return problem(words, 'scam_heavy', 'form', { params });
	}
	const { body, files } = await put(scam.body, built);
	await addScamVoices(id, {}, files);
	const before = await noticeById(id);
	if (before && isSame(before, { body, targets: scam.targets, untilMs })) return { done: 'published' };
	const notice = { id, kind: 'scam' as const, body, targets: scam.targets, newcomers: true, untilMs };
	const fromMs = before?.fromMs ?? nowMs;
	const kept = await keepNotice({ ...notice, fromMs }, staff.id, before?.version ?? 0);
	if (kept === 'stale' || kept === 'gone')
		return problem(words, 'scam_stale', 'form', { status: 409, params: { name: scam.changedByName } });
	await notePublished(id, scam.revision);
	await noteAct(staff.id, 'scam.published', id);
	return { done: 'published' };
}
