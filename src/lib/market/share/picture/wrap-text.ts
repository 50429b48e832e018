/** How wide a text is at a size, in pixels. */
export type Measure = (text: string, size: number) => number;
export type Room = { width: number; maxLines: number; sizes: readonly number[] };
export type Fitted = { size: number; lines: string[] };

const CUT = '…';

/**
 * The largest of the sizes at which a text fits its lines; at the smallest what is left over is cut with "…".
 * Letters are composed: with marks on their own a canvas sets "ế" as three signs beside each other.
 */
export function fitText(raw: string, { width, maxLines, sizes }: Room, measure: Measure): Fitted {
	const text = raw.normalize('NFC').replace(/\s+/gu, ' ').trim();
	for (const size of sizes) {
		const lines = linesOf(text, width, (part) => measure(part, size));
		const isWhole = lines.every((line) => measure(line, size) <= width);
		// A word is broken only where no size has room for it.
		const isUnbroken = lines.join(' ') === text;
		if (lines.length <= maxLines && isWhole && isUnbroken) return { size, lines };
	}
	const size = sizes.at(-1) ?? 16;
	const lines = linesOf(text, width, (part) => measure(part, size));
	if (lines.length <= maxLines) return { size, lines };
	const last = cut(lines.slice(maxLines - 1).join(' '), width, (part) => measure(part, size));
	return { size, lines: [...lines.slice(0, maxLines - 1), last] };
}

/** As many words on a line as it holds; a word longer than a line is broken. */
function linesOf(text: string, width: number, measure: (part: string) => number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(' ').flatMap((one) => pieces(one, width, measure))) {
		const longer = line ? `${line} ${word}` : word;
		if (line && measure(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line ? [...lines, line] : lines;
}

function pieces(word: string, width: number, measure: (part: string) => number): string[] {
	if (measure(word) <= width) return [word];
	const parts: string[] = [];
	let part = '';
	for (const letter of word) {
		if (part && measure(part + letter) > width) {
			parts.push(part);
			part = letter;
		} else part += letter;
	}
	return part ? [...parts, part] : parts;
}

function cut(text: string, width: number, measure: (part: string) => number): string {
	const letters = [...text];
	while (letters.length > 0 && measure(letters.join('').trimEnd() + CUT) > width) letters.pop();
	return letters.join('').trimEnd() + CUT;
}
