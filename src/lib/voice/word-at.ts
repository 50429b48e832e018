export type WordRange = { start: number; end: number };
type Word = WordRange & { weight: number; pause: number };

/** How long a pause lasts after a mark, in syllables. */
const PAUSES: Record<string, number> = { ',': 0.8, ';': 1, ':': 1, '.': 1.8, '?': 1.8, '!': 1.8, '…': 1.8 };

/**
 * The word being said when `fraction` (0 to 1) of the clip has passed, as places in the text. It is reckoned
 * from syllables and pauses, not measured: near enough for the eye to follow.
 * @returns null when the text has no word
 */
export function wordAt(text: string, fraction: number): WordRange | null {
	const words = wordsIn(text);
	const last = words.at(-1);
	if (!last) return null;
	const all = words.reduce((sum, word) => sum + word.weight + word.pause, 0) - last.pause;
	let left = Math.min(Math.max(fraction, 0), 1) * all;
	for (const word of words) {
		left -= word.weight + word.pause;
		if (left < 0) return { start: word.start, end: word.end };
	}
	return { start: last.start, end: last.end };
}

/** The word that contains the place `index`, as the phone's own voice reports it. */
export function wordAround(text: string, index: number): WordRange | null {
	const word = wordsIn(text).find(({ end }) => index < end);
	return word ? { start: word.start, end: word.end } : null;
}

/** The text as words and what lies between them, in order, each with its place. */
export function splitWords(text: string): { text: string; start: number; isWord: boolean }[] {
	const parts: { text: string; start: number; isWord: boolean }[] = [];
	let at = 0;
	const push = (end: number, isWord: boolean) => {
		if (end > at) parts.push({ text: text.slice(at, end), start: at, isWord });
		at = end;
	};
	for (const { start, end } of wordsIn(text)) {
		push(start, false);
		push(end, true);
	}
	push(text.length, false);
	return parts;
}

function wordsIn(text: string): Word[] {
	return [...text.matchAll(/\S+/g)].flatMap((match) => {
		const token = match[0];
		const bare = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
		if (!bare) return [];
		const start = match.index + token.indexOf(bare);
		const pause = PAUSES[token.at(-1) ?? ''] ?? 0;
		return [{ start, end: start + bare.length, weight: syllables(bare), pause }];
	});
}

/** Groups of vowels: one for each Vietnamese word, about right for English. */
function syllables(word: string): number {
	const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
	return Math.max(1, plain.match(/[aeiouy]+/gi)?.length ?? 0);
}
