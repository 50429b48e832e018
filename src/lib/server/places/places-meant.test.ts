import { describe, expect, test } from 'vitest';
import { codeOf, nameOfCode } from './code';
import { placesMeant } from './places-meant';

const meant = async (words: string, communes = false) =>
	Promise.all((await placesMeant(words, communes)).map(({ now }) => nameOfCode(codeOf(now))));

const NA_RI = ['Xã Na Rì, Tỉnh Thái Nguyên'];
const CHO_DON = ['Xã Chợ Đồn, Tỉnh Thái Nguyên'];

describe('words that name one place', () => {
	test.each([
		{ words: 'Xã Na Rì', is: NA_RI },
		{ words: 'xa na ri, thai nguyen', is: NA_RI },
		{ words: 'XÃ NA RÌ, TỈNH THÁI NGUYÊN'.normalize('NFD'), is: NA_RI },
		{ words: 'X. Na Rì - T. Thái Nguyên', is: NA_RI },
		{ words: 'xã Na Rì tỉnh Bắc Kạn', is: NA_RI },
		{ words: 'TT. Bằng Lũng', is: CHO_DON },
		{ words: 'bang lung, cho don', is: CHO_DON },
		{ words: 'Thị trấn Bằng Lũng, Huyện Chợ Đồn, Tỉnh Bắc Kạn', is: CHO_DON },
		{ words: 'Bằng Lũng, Chợ Đồn, Thái Nguyên', is: CHO_DON },
		{ words: 'xã xa dung', is: ['Xã Xa Dung, Tỉnh Điện Biên'] },
		{ words: 'Xa Dung', is: ['Xã Xa Dung, Tỉnh Điện Biên'] },
		{ words: 'Phường 1, Quận 3', is: ['Phường Bàn Cờ, Thành phố Hồ Chí Minh'] },
		{ words: 'Tỉnh Bắc Kạn', is: ['Tỉnh Thái Nguyên'] },
		{ words: 'Huyện Na Rì', is: ['Tỉnh Thái Nguyên'] },
		{ words: 'hà nội', is: ['Thành phố Hà Nội'] }
	])('$words', async ({ words, is }) => expect(await meant(words)).toEqual(is));
});

describe('words that may be several places', () => {
	test('are all of them: in several provinces, of today and of before', async () => {
		const found = await meant('xã Tân Lập');
		expect(found.length).toBeGreaterThan(10);
		expect(found).toContain('Xã Tân Lập, Tỉnh Lâm Đồng');
		expect(found).toContain('Xã Tân Yên, Tỉnh Sơn La');
	});

	test('are fewer with what lies above them', async () => {
		expect(await meant('xã Tân Lập, Mộc Châu, Sơn La')).toEqual(['Xã Tân Yên, Tỉnh Sơn La']);
	});

	test('a commune and a district of one name are two, unless a commune was asked for', async () => {
		expect(await meant('Na Rì')).toHaveLength(2);
		expect(await meant('Na Rì', true)).toEqual(NA_RI);
	});

	test('an old commune that became several is each of them', async () => {
		const { oldCommunes } = await (await import('./read-places')).readPlaces();
		const split = [...oldCommunes.values()].find(({ now }) => new Set(now).size > 1)!;
		const words = `${split.name}, ${split.district.name}, ${split.district.province.name}`;
		expect((await placesMeant(words)).length).toBeGreaterThanOrEqual(2);
	});
});

test.each(['', ' ', ',', 'Atlantis', 'xã', 'Xã Na Rì, Sơn La', '%', 'x'.repeat(5000)])(
	'%j names no place',
	async (words) => expect(await placesMeant(words)).toEqual([])
);
