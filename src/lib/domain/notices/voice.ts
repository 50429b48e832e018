import * as v from 'valibot';
import { MediaName } from '../media';

export const MAX_VOICE_MS = 60_000;

/** What somebody said into the console, in her own words: there is no text of it. */
export const VoiceBody = v.object({
	clip: MediaName,
	ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_VOICE_MS + 1000)),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1))
});
export type VoiceBody = v.InferOutput<typeof VoiceBody>;
