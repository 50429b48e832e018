/** How words are spoken that a synthetic voice would read wrongly: the word as written -> a respelling. */
export type Lexicon = Record<string, string>;

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The text as it is to be spoken. Words are matched whole and with their case; longer entries win ("CH Play"
 * before "Play"). The shown text never changes, only what the voice is given. */
export function respell(text: string, lexicon: Lexicon): string {
	const words = Object.keys(lexicon).sort((a, b) => b.length - a.length);
	let spoken = '';
	for (let at = 0; at < text.length;) {
		const isStart = at === 0 || !LETTER_OR_DIGIT.test(text[at - 1] as string);
		const word = isStart
			? words.find((w) => text.startsWith(w, at) && endsAt(text, at + w.length))
			: undefined;
		spoken += word ? lexicon[word] : text[at];
		at += word?.length ?? 1;
	}
	return spoken;
}

const endsAt = (text: string, at: number) => at >= text.length || !LETTER_OR_DIGIT.test(text[at] as string);
