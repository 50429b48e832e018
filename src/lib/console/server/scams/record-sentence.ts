import { sentencesOf } from '$lib/domain/scam-sentences';
import { noteAct } from '$lib/server/repositories/audit';
import { addScamVoices } from '$lib/server/repositories/scams';
import { problem, textOf } from '../form';
import { MAX_RECORDING_BYTES, type KeepVoice } from '../notices/send-voice';
import { findScam, mayChangeScam, type Acted, type Actor } from './actor';

/** Twice as long as the longest sentence takes. */
const LONGEST_MS = 25_000;

/**
 * Keeps a recording of one of the trick's sentences, or of one that all tricks share and nobody says yet (`mute`). Needs no
 * revision: two people may record at once, and a sentence that is no longer there is refused.
 */
export async function recordSentence(
	{ staff, form, words }: Actor,
	id: string,
	{ keep, mute }: { keep: KeepVoice; mute: (id: string) => Promise<string[]> }
): Promise<Acted<'recorded'>> {
	const sentence = textOf(form, 'sentence');
	const values = { sentence };
	const refuse = (code: Parameters<typeof problem>[1], field: string, status = 400) =>
		problem(words, code, field, { values, status });
	const scam = await findScam(staff, id);
	if (!scam) return refuse('scam_unknown', 'form', 404);
	if (!(await mayChangeScam(staff, scam))) return refuse('scam_not_yours', 'form', 403);
	if (scam.withdrawnAtMs > 0) return refuse('scam_over', 'form', 409);
	if (!sentencesOf(scam.body).includes(sentence) && !(await mute(id)).includes(sentence))
		return refuse('scam_sentence_gone', 'audio', 409);
	const audio = form.get('audio');
	if (!(audio instanceof Blob) || audio.size === 0) return refuse('voice_missing', 'audio');
	if (audio.size > MAX_RECORDING_BYTES) return refuse('voice_long', 'audio');
	const kept = await keep(new Uint8Array(await audio.arrayBuffer()));
	if (kept.kind === 'faulty') return refuse(`voice_${kept.fault}`, 'audio');
	if (kept.ms > LONGEST_MS) return refuse('scam_voice_long', 'audio');
	const { clip, ms, bytes } = kept;
	await addScamVoices(id, { [sentence]: { clip, ms, bytes, voice: 'person' } }, [clip]);
	await noteAct(staff.id, 'scam.changed', id);
	return { done: 'recorded' };
}
