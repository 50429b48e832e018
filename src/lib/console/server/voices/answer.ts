import type { ActionFailure } from '@sveltejs/kit';
import type { VoiceBody } from '$lib/domain/notices/voice';
import { noteAct } from '$lib/server/repositories/audit';
import { keepNotice } from '$lib/server/repositories/notices';
import { actOnVoice, type HeardVoice } from '$lib/server/repositories/voices';
import type { Staff } from '$lib/server/session';
import type { Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { MAX_RECORDING_BYTES, type KeepVoice } from '../notices/send-voice';

export type Actor = { staff: Staff; voice: HeardVoice; form: FormData; words: Words };
export type Acted<What extends string = string> = { done: What } | ActionFailure<FormProblem>;

/** She may hear it for half a year; then it leaves her phone. */
const ANSWER_STANDS_MS = 182 * 24 * 3600_000;

/**
 * Says the answer to her question, or something to what she told, as a voice that comes to her phone. Who comes second
 * is told so; the same form twice is one answer.
 */
export async function answer(actor: Actor, keep: KeepVoice, nowMs = Date.now()): Promise<Acted<'answered'>> {
	const { staff, voice, form } = actor;
	const key = keyOf(form);
	if (!key) return faulty(actor, 'answer', 'form_unreadable', 'form');
	const said = await recordingOf(actor, keep);
	if ('status' in said) return said;
	const outcome = await actOnVoice(voice.id, 'answer', { by: staff.id, key });
	if (outcome === 'stale') return faulty(actor, 'answer', 'voice_stale', 'form');
	const rest = {
		...{ id: key, targets: [{ scope: 'learner' as const, id: voice.learner }], newcomers: true },
		...{ fromMs: nowMs, untilMs: nowMs + ANSWER_STANDS_MS }
	};
	const { field, id: question } = voice;
	const kept = field
		? await keepNotice({ ...rest, kind: 'answer', body: { ...said, question, field } }, staff.id)
		: await keepNotice({ ...rest, kind: 'voice', body: said }, staff.id);
	if (kept === 'kept') await noteAct(staff.id, 'voice.answered', voice.id);
	return { done: 'answered' };
}

async function recordingOf(actor: Actor, keep: KeepVoice): Promise<VoiceBody | ActionFailure<FormProblem>> {
	const audio = actor.form.get('audio');
	if (!(audio instanceof Blob) || audio.size === 0) return faulty(actor, 'answer', 'voice_missing', 'audio');
	if (audio.size > MAX_RECORDING_BYTES) return faulty(actor, 'answer', 'voice_long', 'audio');
	const kept = await keep(new Uint8Array(await audio.arrayBuffer()));
	if (kept.kind === 'faulty') return faulty(actor, 'answer', `voice_${kept.fault}`, 'audio');
	const { clip, ms, bytes } = kept;
	return { clip, ms, bytes };
}

type Code = Parameters<typeof problem>[1];

/** Trouble with one of the forms of one voice. */
export function faulty({ voice, form, words }: Actor, act: string, code: Code, field: string) {
	const values = { form: `${act}:${voice.id}`, why: textOf(form, 'why'), expert: textOf(form, 'expert') };
	return problem(words, code, field, { values });
}
