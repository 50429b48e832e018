import { keepVoice } from '$lib/studio/server/clips-of/keep-voice';
import type { ShownVoice } from './shapes';

/** A copy of a recording for strangers: levelled, its silence cut, at most a minute. Null: nothing can be heard in it. */
export async function publishVoice(of: string, bytes: Uint8Array): Promise<ShownVoice | null> {
	const kept = await keepVoice(bytes);
	return kept.kind === 'kept' ? { of, clip: kept.clip, ms: kept.ms } : null;
}
