import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { MAX_PRICE, MIN_PRICE } from '$lib/domain/price';
import { BANKS } from '$lib/domain/vietqr/banks';
import { numberProblem } from '$lib/domain/vietqr/account';
import { readVietQr } from '$lib/domain/vietqr/read-vietqr';
import { makeVietQr } from './make-vietqr';

const account = { bin: '970416', number: '257678859', holder: 'LO THI MAY' };

describe('the code of her account', () => {
	test('is the one of the manual', async () =>
		expect(await makeVietQr(account, null)).toEqual({
			kind: 'made',
			text: '00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F'
		}));

	const banks = fc.constantFrom(...BANKS.map(({ bin }) => bin));
	const numbers = fc.stringMatching(/^\d{6,19}$/).filter((number) => numberProblem(number) === null);
	const amounts = fc.option(fc.integer({ min: MIN_PRICE, max: MAX_PRICE }), { nil: null });
	property.prop([banks, numbers, amounts])('leads to what she entered', async (bin, number, amount) => {
		const made = await makeVietQr({ ...account, bin, number }, amount);
		expect(made.kind).toBe('made');
		expect(readVietQr((made as { text: string }).text)).toEqual({
			kind: 'read',
			transfer: { bin, number, amount, purpose: '' }
		});
	});

	test.each([
		['a price of nothing', account, 0, 'low'],
		['ten billion', account, 10_000_000_000, 'high'],
		['half a đồng', account, 1500.5, 'whole'],
		['a bank that nobody knows', { ...account, bin: '999999' }, null, 'account'],
		['letters', { ...account, number: 'LOTHIMAY' }, null, 'account'],
		['twenty digits', { ...account, number: '1'.repeat(20) }, null, 'account'],
		['no name', { ...account, holder: '' }, null, 'account']
	] as const)('is not made of %s', async (_, wrong, amount, why) =>
		expect(await makeVietQr(wrong, amount)).toEqual({ kind: 'refused', why })
	);

	test.each([
		['a digit that was changed', '257678850', '970416', '50000'],
		['another bank', '257678859', '970405', '50000'],
		['another amount', '257678859', '970416', '500000'],
		['an amount that is missing', '257678859', '970416', undefined]
	])('a fault of the library is not shown: %s', async (_, bankNumber, bankBin, amount) => {
		const { QRPay } = await import('vietnam-qr-pay');
		const wrong = QRPay.initVietQR({ bankBin, bankNumber, amount }).build();
		expect(await makeVietQr(account, 50_000, () => Promise.resolve(wrong))).toEqual({
			kind: 'refused',
			why: 'unlike'
		});
	});
});
