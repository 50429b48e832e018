// What may stand on a stall's sign. Apart from the schemas: the phone asks this while she types.

export const MIN_NAME = 2;
export const MAX_NAME = 40;

/**
 * Why words may not be published. Each is a sentence that says what to do (`sell.text.<code>`).
 * link: an address of a page. number: what a phone number may be. strange: signs that no voice says.
 */
export type TextProblem = 'short' | 'long' | 'link' | 'number' | 'strange';

/** An address of a page, also with blanks around its dot. "H.Mông" is none. */
const LINK =
	/:\/\/|www\s*\.|@|[\w-]\s?\.\s?(com|net|org|info|vn|shop|store|me|io|ly|link|xyz|top|site|app|page|biz|asia|cc|gl)\b/iu;
/** Eight figures and more, however they are grouped; "500 ml, 2 chai" has fewer. */
const NUMBER = /(?:\d[\s.\-()]*){8,}/u;
/** Control signs, signs that turn the direction of writing, and what HTML is made of. */
const STRANGE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}<>{}\\]/u;
/** Short words that are written in capitals by everybody. */
const CAPITALS = new Set(['HTX', 'THT', 'OCOP', 'TP', 'USD', 'QR']);

/** The same words with single blanks, composed letters, and no shouting. */
export function tidyText(raw: string): string {
	return softened(raw.normalize('NFC').replace(/\s+/gu, ' ').trim());
}

/** What is wrong with words once they are tidy; null: they may be published. */
export function textProblem(raw: string, { min = MIN_NAME, max = MAX_NAME } = {}): TextProblem | null {
	const text = tidyText(raw);
	const length = [...text].length;
	if (length < min) return 'short';
	if (length > max) return 'long';
	if (STRANGE.test(text)) return 'strange';
	if (LINK.test(text)) return 'link';
	return NUMBER.test(text) ? 'number' : null;
}

/** "THỔ CẨM NÀ CHANG" becomes "Thổ Cẩm Nà Chang"; "HTX Nà Chang" and "Rau A1" stay. */
function softened(text: string): string {
	const letters = text.match(/\p{L}/gu) ?? [];
	const capitals = text.match(/\p{Lu}/gu) ?? [];
	if (letters.length < 5 || capitals.length / letters.length < 0.7) return text;
	return text.replace(/\p{L}+/gu, (word) =>
		CAPITALS.has(word) ? word : word.slice(0, 1) + word.slice(1).toLocaleLowerCase('vi')
	);
}
