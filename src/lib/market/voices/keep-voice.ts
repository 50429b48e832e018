import type { Happening } from '$lib/domain/event';
import type { QuestionField } from '$lib/domain/voice-limits';
import type { Where } from '$lib/domain/voices';
import type { Prepared } from '$lib/offline/outbox';
import type { TroubleCode } from '$lib/offline/trouble';
import type { Recorded } from '$lib/voice/record-voice.svelte';

/** `large`: more than is taken. Else the phone's own trouble. */
export type Unkept = { kind: 'unkept'; why: 'large' | 'short' | TroubleCode };
export type About =
	{ kind: 'feedback'; where: Where } | { kind: 'question'; field: QuestionField; picture?: Blob | undefined };

/** Keeps what she said, with the picture that goes with it, on the phone; it is sent when there is a line. */
export async function keepVoice(
	profile: string,
	{ blob, ms }: Recorded,
	about: About
): Promise<{ kind: 'kept' } | Unkept> {
	const { prepareBlob, recordWithBlobs } = await import('$lib/offline/outbox');
	const said = await prepareBlob(blob);
	if (said.kind === 'trouble') return { kind: 'unkept', why: said.code };
	if (said.kind === 'unfit') return { kind: 'unkept', why: said.why === 'too_large' ? 'large' : 'short' };
	const blobs: Prepared[] = [said];
	if (about.kind === 'question' && about.picture) {
		const picture = await prepareBlob(about.picture);
		if (picture.kind === 'prepared') blobs.push(picture);
	}
	const kept = await recordWithBlobs(profile, happeningOf(about, blobs, ms), blobs);
	return kept.kind === 'trouble' ? { kind: 'unkept', why: kept.code } : kept;
}

function happeningOf(about: About, [said, picture]: Prepared[], ms: number): Happening {
	const voice = { blob: said?.sha256 ?? '', seconds: Math.max(1, Math.round(ms / 1000)) };
	if (about.kind === 'feedback') return { kind: 'feedback.recorded', data: { ...voice, where: about.where } };
	const more = picture ? { picture: picture.sha256 } : {};
	return { kind: 'question.asked', data: { ...voice, field: about.field, ...more } };
}
