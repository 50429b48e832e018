import type { ActionFailure } from '@sveltejs/kit';
import type { BodyOf } from '$lib/domain/notice';
import { problem, textOf, type FormProblem } from '../form';
import { endOf, readDay } from './days';
import { sendNotice, typed, type Sender, type Sent } from './send';

export type VoiceFault = 'unreadable' | 'silent' | 'short' | 'long';
/** Checks and keeps a recording (src/lib/studio/server/clips-of/keep-voice.ts). */
export type KeepVoice = (
	recorded: Uint8Array
) => Promise<({ kind: 'kept' } & BodyOf<'voice'>) | { kind: 'faulty'; fault: VoiceFault }>;

/** A minute of Opus as browsers make it unless told otherwise, and half as much again. */
export const MAX_RECORDING_BYTES = 1_500_000;

const DEFAULT_DAYS = 30;

export async function sendVoice(sender: Sender, keep: KeepVoice, nowMs = Date.now()): Promise<Sent<'sent'>> {
	const { form, words } = sender;
	const until = readDay(textOf(form, 'until'), nowMs);
	if ('fault' in until) return problem(words, until.fault, 'until', { values: typed(form, 'voice') });
	const endsMs = until.day ? endOf(until.day) : nowMs + DEFAULT_DAYS * 24 * 3600_000;
	return sendNotice(sender, 'voice', () => recordingIn(sender, 'voice', keep), endsMs);
}

/** The recording that the form brings, kept; or what is wrong with it. */
export async function recordingIn(
	{ form, words }: Sender,
	which: string,
	keep: KeepVoice
): Promise<BodyOf<'voice'> | ActionFailure<FormProblem>> {
	const values = typed(form, which);
	const audio = form.get('audio');
	if (!(audio instanceof Blob) || audio.size === 0)
		return problem(words, 'voice_missing', 'audio', { values });
	if (audio.size > MAX_RECORDING_BYTES) return problem(words, 'voice_long', 'audio', { values });
	const kept = await keep(new Uint8Array(await audio.arrayBuffer()));
	if (kept.kind === 'faulty') return problem(words, `voice_${kept.fault}`, 'audio', { values });
	const { clip, ms, bytes } = kept;
	return { clip, ms, bytes };
}
