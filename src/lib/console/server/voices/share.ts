import type { SharedBody } from '$lib/domain/notices/answer';
import type { NoticeTarget } from '$lib/domain/notice';
import { readPhoneBlob } from '$lib/server/phone-blobs';
import { reachesAll } from '$lib/server/reach';
import { noteAct } from '$lib/server/repositories/audit';
import { groupsOf } from '$lib/server/repositories/groups';
import { EVERYBODY, keepNotice, noticeById } from '$lib/server/repositories/notices';
import { actOnVoice, voiceById } from '$lib/server/repositories/voices';
import { keyOf } from '../form';
import type { KeepVoice } from '../notices/send-voice';
import { faulty, type Acted, type Actor } from './answer';
import { takeBackNotice } from './take-down';

const SHARED_STANDS_MS = 90 * 24 * 3600_000;

/**
 * Makes a good answer a card for others: for everybody where she reaches all, else for her own groups. Only with the
 * yes of her who asked, and with her own voice only when it was wished besides.
 */
export async function share(
	actor: Actor,
	keep: KeepVoice,
	forget: (clips: string[]) => Promise<void>,
	nowMs = Date.now()
): Promise<Acted<'shared'>> {
	const { staff, voice, form } = actor;
	const key = keyOf(form);
	if (!key) return faulty(actor, 'share', 'form_unreadable', 'form');
	if (voice.consent !== 'yes') return faulty(actor, 'share', 'no_consent', 'form');
	const answer = voice.answer ? await noticeById(voice.answer) : null;
	if (answer?.kind !== 'answer' || answer.isWithdrawn) return faulty(actor, 'share', 'voice_stale', 'form');
	const asked = form.get('asked') === 'on' ? await askedClip(actor, keep) : undefined;
	const { clip, ms, bytes, field } = answer.body;
	const body: SharedBody = { field, answer: { clip, ms, bytes }, ...(asked ? { asked } : {}) };
	const targets = await whom(actor);
	if (targets.length === 0) return faulty(actor, 'share', 'nobody_chosen', 'form');
	const outcome = await actOnVoice(voice.id, 'share', { by: staff.id, key });
	if (outcome === 'stale') return faulty(actor, 'share', 'voice_stale', 'form');
	const times = { fromMs: nowMs, untilMs: nowMs + SHARED_STANDS_MS };
	const kept = await keepNotice(
		{ id: key, kind: 'shared', body, targets, newcomers: true, ...times },
		staff.id
	);
	// She may have taken it back, or said no, while this was written.
	const now = await voiceById(staff, voice.id);
	if (now?.voice.consent !== 'yes') {
		await takeBackNotice(staff.id, key, forget);
		return faulty(actor, 'share', 'no_consent', 'form');
	}
	if (kept === 'kept') await noteAct(staff.id, 'voice.shared', voice.id);
	return { done: 'shared' };
}

async function whom({ staff }: Actor): Promise<NoticeTarget[]> {
	if (reachesAll(staff)) return [EVERYBODY];
	const open = (await groupsOf(staff)).filter(({ archived }) => !archived);
	return open.map(({ id }) => ({ scope: 'group' as const, id }));
}

/** Her question as a clip that phones keep; without it when it cannot be made one. */
async function askedClip({ voice }: Actor, keep: KeepVoice): Promise<SharedBody['asked']> {
	const found = await readPhoneBlob(voice.learner, voice.blob);
	const kept = found && (await keep(found.bytes));
	if (kept?.kind !== 'kept') return undefined;
	const { clip, ms, bytes } = kept;
	return { clip, ms, bytes };
}
