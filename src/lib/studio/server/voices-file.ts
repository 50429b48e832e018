import type { Spoken } from '$lib/domain/media';
import type { Clip } from './narrate/narrate';

/** What GET /api/voices/<language>.json answers: the clips of everything that the interface says. */
export type Voices = { language: string; clips: Record<string, Omit<Spoken, 'text'>> };

/** A text without a clip is left out: the interface then stays silent there, and says so in its tests. */
export function voicesFile(
	language: string,
	texts: string[],
	clipOf: (text: string) => Clip | undefined
): Voices {
	const clips = texts.flatMap((text) => {
		const found = clipOf(text);
		if (!found) return [];
		const { clip, ms, bytes, voice } = found;
		return [[text, { clip, ms, bytes, voice }] as const];
	});
	return { language, clips: Object.fromEntries(clips) };
}
