import { join } from 'node:path';
import { CLIP_FAULTS, type ClipFault, type LookedAt } from '$lib/domain/clip-fault';
import type { Spoken } from '$lib/domain/media';
import { respell, type Lexicon } from '../narrate/lexicon';
import { syllablesOf } from '../narrate/narrate';
import { readLexicons } from '../read-content';
import { soundFaultOf } from './sound-fault';

export type Counts = Partial<Record<ClipFault, number>>;

/** The same bounds as for what is made here. */
const SYLLABLE_MS = { least: 90, most: 900 };
/** A person may breathe and think. */
const SLACK_MS = 1500;

export const lexiconOf = (language: string): Lexicon =>
	readLexicons(join(process.cwd(), 'content'))[language] ?? {};

/** A text that ought to be heard in a language, and what says it there, if anything does. */
export function lookAt(
	text: string,
	said: Omit<Spoken, 'text'> | undefined,
	language: string,
	lexicon: Lexicon
): LookedAt {
	if (!said) return { text, clip: null, ms: 0, fault: 'missing' };
	return { text, clip: said.clip, ms: said.ms, fault: faultIn({ ...said, text }, language, lexicon) };
}

function faultIn(said: Spoken, language: string, lexicon: Lexicon): ClipFault | null {
	const heard = soundFaultOf(said.clip);
	if (heard) return heard;
	const syllables = syllablesOf(respell(said.text, lexicon), language);
	if (said.ms < syllables * SYLLABLE_MS.least) return 'short';
	if (said.ms > SLACK_MS + syllables * SYLLABLE_MS.most) return 'long';
	return said.voice === 'synthetic' ? 'synthetic' : null;
}

const rank = (fault: ClipFault | null) => (fault ? CLIP_FAULTS.indexOf(fault) : CLIP_FAULTS.length);

export const worstFirst = (texts: LookedAt[]): LookedAt[] =>
	[...texts].sort((a, b) => rank(a.fault) - rank(b.fault));

export function countFaults(texts: LookedAt[]): Counts {
	const counts: Counts = {};
	for (const { fault } of texts) if (fault) counts[fault] = (counts[fault] ?? 0) + 1;
	return counts;
}

/** More of the worst stands before less of it. */
export function compareCounts(a: Counts, b: Counts): number {
	for (const fault of CLIP_FAULTS) {
		const more = (b[fault] ?? 0) - (a[fault] ?? 0);
		if (more !== 0) return more;
	}
	return 0;
}
