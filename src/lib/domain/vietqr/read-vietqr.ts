import { crc16 } from './crc16';

/** What a bank's app does with a code: to whom money goes, and how much; null: who pays says how much. */
export type Transfer = { bin: string; number: string; amount: number | null; purpose: string };
/**
 * broken: signs are missing or were changed. foreign: a whole code, but none for a transfer to an account in đồng
 * (another country's, a shop's, a card's).
 */
export type ReadVietQr = { kind: 'read'; transfer: Transfer } | { kind: 'broken' } | { kind: 'foreign' };

/** NAPAS among the owners of account numbers, and its transfer to an account. */
const NAPAS = 'A000000727';
const TO_ACCOUNT = 'QRIBFTTA';
const DONG = '704';
/** The largest code that anybody shows; longer text is none. */
const MAX_SIGNS = 512;
const CRC_SIGNS = 4;

/**
 * Reads a VietQR (EMVCo merchant-presented code, NAPAS template in 38): the house's own eye, which shares nothing with
 * the library that writes them, so that no fault of that one goes unseen. What it does not understand wholly it does not
 * understand.
 */
export function readVietQr(text: string): ReadVietQr {
	if (text.length > MAX_SIGNS || !/^[\x20-\x7e]*6304[0-9A-Fa-f]{4}$/.test(text)) return { kind: 'broken' };
	const [whole, crc] = [text.slice(0, -CRC_SIGNS), text.slice(-CRC_SIGNS).toUpperCase()];
	if (crc16(whole) !== crc) return { kind: 'broken' };
	const fields = fieldsOf(text);
	if (!fields || [...fields.keys()].at(-1) !== '63') return { kind: 'broken' };
	if ([...fields.keys()][0] !== '00' || fields.get('00') !== '01') return { kind: 'foreign' };
	const transfer = transferOf(fields);
	return transfer ? { kind: 'read', transfer } : { kind: 'foreign' };
}

function transferOf(fields: Map<string, string>): Transfer | null {
	const napas = fieldsOf(fields.get('38') ?? '');
	const payee = fieldsOf(napas?.get('01') ?? '');
	const [bin, number] = [payee?.get('00') ?? '', payee?.get('01') ?? ''];
	const amount = amountOf(fields.get('54'));
	const isOurs =
		napas?.get('00') === NAPAS &&
		napas.get('02') === TO_ACCOUNT &&
		fields.get('53') === DONG &&
		fields.get('58') === 'VN' &&
		['11', '12', undefined].includes(fields.get('01')) &&
		/^\d{6}$/.test(bin) &&
		/^[0-9A-Za-z]{1,19}$/.test(number) &&
		amount !== undefined;
	if (!isOurs) return null;
	return { bin, number, amount, purpose: fieldsOf(fields.get('62') ?? '')?.get('08') ?? '' };
}

/** Đồng have no smaller coin; null: none is written; undefined: it is no amount. */
function amountOf(written: string | undefined): number | null | undefined {
	if (written === undefined) return null;
	return /^[1-9]\d{0,12}$/.test(written) ? Number(written) : undefined;
}

/** Two signs say which field, two how long it is. Null: they do not come out even, or one is there twice. */
function fieldsOf(text: string): Map<string, string> | null {
	const fields = new Map<string, string>();
	for (let at = 0; at < text.length;) {
		const head = /^(\d\d)(\d\d)$/.exec(text.slice(at, at + 4));
		const [id = '', length] = [head?.[1], Number(head?.[2])];
		const value = text.slice(at + 4, at + 4 + length);
		if (!head || length === 0 || value.length !== length || fields.has(id)) return null;
		fields.set(id, value);
		at += 4 + length;
	}
	return fields;
}
