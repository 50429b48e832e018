import type { Language } from '$lib/domain/language';

const VI = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const EN =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const EN_TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The largest number that has a clip of its own; larger ones are put together from these and from a few words. */
export const LARGEST_CLIP = 100;

/** Nobody here has a million millions of anything. */
const LARGEST_SAID = 999_999_999_999;

/** A whole number from 0 to 100 in words. The clips of numbers are named by this text. */
export function numberText(n: number, language: Language): string {
	return language === 'en' ? english(n) : vietnamese(n);
}

/** Northern usage: mười lăm, hai mươi mốt, hai mươi tư stays "bốn", one hundred is "một trăm". */
function vietnamese(n: number): string {
	if (n === 100) return 'một trăm';
	const [tens, ones] = [Math.floor(n / 10), n % 10];
	const word = VI[ones] as string;
	if (tens === 0) return word;
	const ten = tens === 1 ? 'mười' : `${VI[tens] as string} mươi`;
	if (ones === 0) return ten;
	if (ones === 5) return `${ten} lăm`;
	return ones === 1 && tens > 1 ? `${ten} mốt` : `${ten} ${word}`;
}

function english(n: number): string {
	if (n === 100) return 'one hundred';
	if (n < 20) return EN[n] as string;
	const tens = EN_TENS[Math.floor(n / 10)] as string;
	return n % 10 === 0 ? tens : `${tens}-${EN[n % 10] as string}`;
}

const words = {
	vi: { hundred: 'trăm', odd: 'linh', thousand: 'nghìn', million: 'triệu', billion: 'tỷ', point: 'phẩy' },
	en: {
		...{ hundred: 'hundred', odd: 'and', thousand: 'thousand', million: 'million' },
		...{ billion: 'billion', point: 'point' }
	}
};

/**
 * What to say for a number, piece by piece: each piece is a clip (a number up to 100, or "trăm", "nghìn",
 * "triệu", "tỷ", "linh", "phẩy"). Below zero is not said; at most one digit after the comma; up to a million millions.
 */
export function sayNumber(n: number, language: Language): string[] {
	const tenths = Math.round(Math.max(0, n) * 10);
	const whole = Math.floor(tenths / 10);
	const word = words[language === 'en' ? 'en' : 'vi'];
	const text = (part: number) => numberText(part, language);
	const said = sayWhole(Math.min(whole, LARGEST_SAID), text, word);
	return tenths % 10 === 0 ? said : [...said, word.point, text(tenths % 10)];
}

function sayWhole(n: number, text: (part: number) => string, word: (typeof words)['vi']): string[] {
	if (n <= LARGEST_CLIP) return [text(n)];
	const groups: string[] = [];
	const [billions, millions] = [Math.floor(n / 1e9), Math.floor(n / 1e6) % 1000];
	const [thousands, rest] = [Math.floor(n / 1000) % 1000, n % 1000];
	if (billions > 0) groups.push(...sayHundreds(billions, text, word), word.billion);
	if (millions > 0) groups.push(...sayHundreds(millions, text, word), word.million);
	if (thousands > 0) groups.push(...sayHundreds(thousands, text, word), word.thousand);
	if (rest > 0) groups.push(...sayHundreds(rest, text, word));
	return groups;
}

function sayHundreds(n: number, text: (part: number) => string, word: (typeof words)['vi']): string[] {
	if (n <= LARGEST_CLIP) return [text(n)];
	const rest = n % 100;
	const hundreds = [text(Math.floor(n / 100)), word.hundred];
	if (rest === 0) return hundreds;
	return rest < 10 ? [...hundreds, word.odd, text(rest)] : [...hundreds, text(rest)];
}
