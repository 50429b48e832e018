import { expect, test } from 'vitest';
import { crc16 } from '$lib/domain/vietqr/crc16';
import { accountIn } from './read-picture';

const code = (bin: string, number: string) => {
	const payee = `0006${bin}01${String(number.length).padStart(2, '0')}${number}`;
	const napas = `0010A00000072701${String(payee.length).padStart(2, '0')}${payee}0208QRIBFTTA`;
	const whole = `00020101021138${napas.length}${napas}53037045802VN6304`;
	return whole + crc16(whole);
};

test.each([
	['of a known bank gives bank and number', code('970405', '8802057312446'), 'account'],
	['of a bank that this phone does not know is told', code('971005', '0912345678'), 'bank'],
	['of a nickname is none', code('970422', 'LOTHIMAY'), 'foreign'],
	["of a card's number is none", code('970405', '9704000000000018'), 'foreign'],
	['of a page is none', 'https://mua.example/stall/nha-may', 'foreign'],
	['that was changed is none', code('970405', '8802057312446').replace('8802', '8803'), 'foreign']
] as const)("a bank's own code %s", (_, text, kind) => expect(accountIn(text).kind).toBe(kind));

test('what it gives is what stands in it', () =>
	expect(accountIn(code('970405', '8802057312446'))).toEqual({
		...{ kind: 'account', bin: '970405', number: '8802057312446' }
	}));
