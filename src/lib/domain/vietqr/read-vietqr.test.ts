import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { crc16 } from './crc16';
import { readVietQr } from './read-vietqr';

/** A code with its right check at the end. */
const sealed = (content: string) => `${content}6304${crc16(`${content}6304`)}`;
const field = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`;
const payee = (bin: string, number: string) => field('00', bin) + field('01', number);
const napas = (bin: string, number: string, service = 'QRIBFTTA') =>
	field('00', 'A000000727') + field('01', payee(bin, number)) + field('02', service);
type Parts = Partial<
	Record<'version' | 'method' | 'napas' | 'currency' | 'amount' | 'nation' | 'more', string>
>;
const code = ({ version = '01', method = '11', currency = '704', nation = 'VN', ...rest }: Parts = {}) =>
	sealed(
		field('00', version) +
			field('01', method) +
			field('38', rest.napas ?? napas('970405', '0123456789')) +
			field('53', currency) +
			(rest.amount === undefined ? '' : field('54', rest.amount)) +
			field('58', nation) +
			(rest.more ?? '')
	);

describe('codes from elsewhere', () => {
	// The check value of CRC-16/CCITT-FALSE in every catalogue.
	test('the check is the one of the standard', () => expect(crc16('123456789')).toBe('29B1'));

	test.each([
		[
			'of the payment service vietqr.io, for a vaccine fund',
			'00020101021238560010A0000007270126000697041501121133666688880208QRIBFTTA53037045405790005802VN62220818Ung Ho Quy Vac Xin63043ACF',
			{ bin: '970415', number: '113366668888', amount: 79_000, purpose: 'Ung Ho Quy Vac Xin' }
		],
		[
			'of a Java and a Go library alike, without an amount',
			'00020101021138560010A0000007270126000697041501121133666688880208QRIBFTTA53037045802VN6304F443',
			{ bin: '970415', number: '113366668888', amount: null, purpose: '' }
		],
		[
			'of the library that we use, from its manual',
			'00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F',
			{ bin: '970416', number: '257678859', amount: null, purpose: '' }
		],
		[
			'of the same, with an amount',
			'00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6',
			{ bin: '970416', number: '257678859', amount: 10_000, purpose: 'Chuyen tien' }
		],
		[
			'of a coffee house, with its check in small letters',
			'00020101021138590010A0000007270129000697043701150687040709939990208QRIBFTTA53037045802VN62190815KOHI NGUYEN HUE63047f33',
			{ bin: '970437', number: '068704070993999', amount: null, purpose: 'KOHI NGUYEN HUE' }
		]
	])('%s', (_, text, transfer) => expect(readVietQr(text)).toEqual({ kind: 'read', transfer }));
});

describe('what is none', () => {
	test.each([
		['nothing', ''],
		['an address', 'https://mua.example/stall/nha-may'],
		['a check alone', '63046304'],
		['signs beyond ASCII', sealed(field('00', '01')).replace('0002', '0002ế')],
		['a field twice', sealed(field('00', '01') + field('53', '704') + field('53', '704'))],
		['a length that reaches over the end', sealed('000201' + '5499')],
		['a field of no length', sealed('000201' + '5400')],
		['text without end', sealed(field('00', '01') + field('62', 'x'.repeat(99)).repeat(9))]
	])('%s is broken', (_, text) => expect(readVietQr(text).kind).toBe('broken'));

	test.each([
		['another version', code({ version: '02' })],
		['another way to begin', code({ method: '13' })],
		['dollars', code({ currency: '840' })],
		['another country', code({ nation: 'TH' })],
		['a card', code({ napas: napas('970405', '9704050000000000', 'QRIBFTTC') })],
		['another owner', code({ napas: napas('970405', '123456').replace('A000000727', 'A000000775') })],
		['a bank of five digits', code({ napas: napas('97040', '123456') })],
		['a number of twenty digits', code({ napas: napas('970405', '1'.repeat(20)) })],
		['an amount of nothing', code({ amount: '0' })],
		['half a đồng', code({ amount: '1000.5' })],
		['an amount with a minus', code({ amount: '-1000' })],
		['no account at all', sealed(field('00', '01') + field('53', '704') + field('58', 'VN'))]
	])('%s is foreign', (_, text) => expect(readVietQr(text)).toEqual({ kind: 'foreign' }));

	test('what stands before the version is foreign', () =>
		expect(readVietQr(sealed(field('01', '11') + field('00', '01'))).kind).toBe('foreign'));
});

property.prop([fc.string({ maxLength: 600 })])('no text makes it stumble', (text) => {
	expect(['read', 'broken', 'foreign']).toContain(readVietQr(text).kind);
	expect(['read', 'broken', 'foreign']).toContain(readVietQr(sealed(text)).kind);
});

property.prop([fc.nat(), fc.integer({ min: 0x20, max: 0x7e })])(
	'no single sign that was changed is taken',
	(where, sign) => {
		const text = code({ amount: '450000' });
		const at = where % text.length;
		const changed = text.slice(0, at) + String.fromCharCode(sign) + text.slice(at + 1);
		fc.pre(changed.toUpperCase() !== text.toUpperCase());
		expect(readVietQr(changed).kind).not.toBe('read');
	}
);
