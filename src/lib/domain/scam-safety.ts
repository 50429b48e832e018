/** Why a sentence of a trick cannot go out as it is written. */
export type UnsafeKind = 'link' | 'phone' | 'account' | 'code' | 'digits' | 'brand' | 'person';
export type Unsafe = { kind: UnsafeKind; found: string };

const LINK = new RegExp(
	[
		// An address, also one that was made harmless to click (hxxp, [.], (dot)).
		String.raw`\b(?:h(?:tt|xx)ps?\s*:\s*/|www\s*[.,])\S*`,
		String.raw`[\p{L}\d-]+\s*(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))\s*\p{L}{2,}`,
		String.raw`\b[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*\.(?:[a-z]{2,}|xn--[a-z0-9]+)\b(?:/\S*)?`,
		// Read out: "vê en bốt chấm com".
		String.raw`\S+\s+chấm\s+(?:com|vn|net|org|info|top|xyz|shop|vip|cc|me)(?!\p{L})\S*`,
		String.raw`\S+@\S+`
	].join('|'),
	'iu'
);
/** Digits with what people put between them; any script's digits are made plain ones first. */
const NUMBER = /\+?\d(?:[\s.\-–()/]*\d)*/g;
const PHONE = /^(?:\+?84|0)\d{8,10}$/;
const DIGIT_WORD = '(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)';
/** A number read out digit by digit: short ones (156, 113) are hotlines, longer ones somebody's. */
const READ_OUT = new RegExp(String.raw`(?<!\p{L})${DIGIT_WORD}(?:[\s,.]+${DIGIT_WORD}){4,}(?!\p{L})`, 'iu');
const SECRET = /\b(?:otp|pin)\b|(?<!\p{L})(?:mã|mật khẩu)(?!\p{L})/iu;

/** Banks, wallets, networks and shops that are real: toys stand in practices (docs/decisions/0020). */
const BRANDS =
	'vietcombank|vcb|vietinbank|bidv|agribank|techcombank|mbbank|mb bank|vpbank|acb|sacombank|tpbank|vib|hdbank|shb|msb|lpbank|lienvietpostbank|seabank|ocb|eximbank|nam a bank|bac a bank|pvcombank|abbank|vietbank|vietabank|kienlongbank|saigonbank|baovietbank|cake|timo|momo|zalopay|viettel money|viettelpay|vnpay|shopeepay|vnpt money|mobifone money|viettel|vinaphone|mobifone|vietnamobile|shopee|lazada|tiki|sendo|tiktok|facebook|zalo|telegram|viber|messenger|google|apple|vnpost|viettel post|giao hàng nhanh|giao hàng tiết kiệm|ghtk|ghn|j&t|spx|ninja van|evn|evnspc|evnnpc|fe credit|home credit|mcredit|bhxh|vssid';
const BRAND = new RegExp(String.raw`(?<![\p{L}\d])(?:${BRANDS})(?![\p{L}\d])`, 'iu');
/** "Nguyễn Văn A": a family name and one or more capitals after it; also after a title, "ông Trần Nam". */
const FAMILY =
	'Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Lường|Giàng|Vàng|Sùng|Thào|Mùa|Vừ|Quàng|Cà|Hà|Nông|Hứa|Triệu|Tẩn|Chảo|Phàn|Đinh|Trịnh|Đoàn|Mai|Trương|Cao|Tô|Tạ';
const PERSON = new RegExp(
	String.raw`(?<!\p{L})(?:(?:${FAMILY})(?:\s+\p{Lu}\p{Ll}*)+|(?:ông|bà|anh|chị|cô|chú|bác|em)\s+\p{Lu}\p{Ll}*(?:\s+\p{Lu}\p{Ll}*)+)(?!\p{L})`,
	'u'
);

/**
 * Looks for what would make an exercise a real trap, or somebody's trouble: an address, a number that could be
 * called or paid to, a code, a real company, a full name. No digit at all goes out: learners hear numbers as words.
 * @returns the first that is found, as it was written; undefined for a sentence that may go out
 */
export function unsafeIn(text: string): Unsafe | undefined {
	const plain = plainOf(text);
	const link = LINK.exec(plain)?.[0];
	if (link) return { kind: 'link', found: link.trim() };
	const number = numberIn(plain);
	if (number) return number;
	const readOut = READ_OUT.exec(plain)?.[0];
	if (readOut) return { kind: SECRET.test(plain) ? 'code' : 'phone', found: readOut };
	const brand = BRAND.exec(plain)?.[0];
	if (brand) return { kind: 'brand', found: brand };
	const person = PERSON.exec(plain)?.[0];
	return person ? { kind: 'person', found: person } : undefined;
}

function numberIn(plain: string): Unsafe | undefined {
	const found = [...plain.matchAll(NUMBER)].map(([one]) => one.trim());
	const digits = found.map((one) => ({ one, bare: one.replace(/[^\d+]/g, '') }));
	const first = (kind: UnsafeKind, fits: (bare: string) => boolean): Unsafe | undefined => {
		const hit = digits.find(({ bare }) => fits(bare));
		return hit && { kind, found: hit.one };
	};
	return (
		first('phone', (bare) => PHONE.test(bare)) ??
		first('account', (bare) => bare.length >= 9) ??
		(SECRET.test(plain) ? first('code', (bare) => /^\d{4,8}$/.test(bare)) : undefined) ??
		first('digits', () => true)
	);
}

/** Full-width and other scripts' digits as plain ones, and without what nobody sees. */
function plainOf(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '')
		.replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)));
}

/** Digits of a script stand together, from nought to nine. */
function valueOf(digit: string): number {
	let code = digit.codePointAt(0) ?? 48;
	let n = 0;
	while (n < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
		code -= 1;
		n += 1;
	}
	return n;
}
