import { expect, test } from 'vitest';
import { codesOf, nameOfCode, placeOfCode } from './code';
import { wordsOfPlace } from './words-of-place';

const nowhere = { place: '', province: '', commune: '', village: '' };

test.each([
	{ where: nowhere, said: '' },
	{ where: { ...nowhere, place: 'sau chợ' }, said: 'sau chợ' },
	{ where: { ...nowhere, village: 'Bản Đôn', place: 'gần suối' }, said: 'Bản Đôn, gần suối' },
	{ where: { ...nowhere, province: '14', place: 'Sơn La' }, said: 'Tỉnh Sơn La' },
	{
		where: { ...nowhere, province: '14', place: 'Tỉnh cũ', village: 'Bản Bó' },
		said: 'Bản Bó, Tỉnh Sơn La (Tỉnh cũ)'
	},
	{ where: { ...nowhere, province: '99', place: 'Đâu đó' }, said: '99 (Đâu đó)' }
])('$where is said as $said', async ({ where, said }) => expect(await wordsOfPlace(where)).toBe(said));

test.each(['', '1', '99', '00000', '000004', 'ab', "' OR 1=1", '04 '])('%o is no place', async (code) => {
	expect(await placeOfCode(code)).toBeNull();
});

test('a commune is stored with its province', async () => {
	const place = await placeOfCode('00004');
	expect(codesOf(place!)).toEqual({ province: '01', commune: '00004' });
	expect(await nameOfCode('00004')).toMatch(/^Phường .+, Thành phố Hà Nội$/);
	expect(await nameOfCode('04')).toBe('Tỉnh Cao Bằng');
});
