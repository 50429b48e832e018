import { describe, expect, it } from 'vitest';
import { findPlaces } from './find-places';
import { plain } from './plain';
import { readPlaces } from './read-places';

const names = async (typed: string) =>
	(await findPlaces(typed)).map(({ now, was }) => (was ? `${was} > ${now.name}` : now.name));

describe('the list of places', () => {
	it('has the two levels since the reform, and the three before', async () => {
		const { since, provinces, communes, oldProvinces, oldDistricts, oldCommunes } = await readPlaces();
		expect(since).toBe('2025-07-01');
		expect([provinces.size, communes.size, oldProvinces.size, oldDistricts.size]).toEqual([
			34, 3321, 63, 696
		]);
		expect(oldCommunes.size).toBeGreaterThan(10_000);
	});

	it.each([
		[17, 'Tỉnh Hoà Bình', 'Tỉnh Phú Thọ'],
		[6, 'Tỉnh Bắc Kạn', 'Tỉnh Thái Nguyên'],
		[2, 'Tỉnh Hà Giang', 'Tỉnh Tuyên Quang'],
		[14, 'Tỉnh Sơn La', 'Tỉnh Sơn La']
	])('knows what became of province %i, %s', async (code, was, now) => {
		const old = (await readPlaces()).oldProvinces.get(code);
		expect([old?.name, old?.now.map(({ name }) => name)]).toEqual([was, [now]]);
	});
});

describe('searching places', () => {
	it.each([
		['Đắk Nông', 'dak nong'],
		['ĐẮK NÔNG', 'dak nong'],
		['Đắk Nông'.normalize('NFD'), 'dak nong'],
		['  Xã  Na-Rì ', 'xa na ri']
	])('compares %j as %j', (typed, as) => expect(plain(typed)).toBe(as));

	it('finds without accents, half typed, with the province', async () => {
		expect(await names('na ri')).toContain('Xã Na Rì');
		expect((await names('xã na rì thái ng'))[0]).toBe('Xã Na Rì');
	});

	it('puts the whole name first, and today’s before old ones', async () => {
		expect((await names('son la'))[0]).toBe('Tỉnh Sơn La');
	});

	it('finds by the names before the reform, with the district that is no more', async () => {
		expect(await names('dak nong')).toContain('Tỉnh Đắk Nông > Tỉnh Lâm Đồng');
		const [place] = await findPlaces('thi tran bang lung cho don');
		expect(place).toMatchObject({
			kind: 'commune',
			wasCode: 2020,
			now: { province: { name: 'Tỉnh Thái Nguyên' } }
		});
		expect(place?.was).toBe('Thị trấn Bằng Lũng, Huyện Chợ Đồn, Tỉnh Bắc Kạn');
	});

	it('answers nothing to nothing, to what is no place and to what is too long', async () => {
		for (const typed of ['', '  ', '%_', 'zzzz', 'x'.repeat(10_000)])
			expect(await findPlaces(typed)).toEqual([]);
	});

	it('answers a handful, never the country', async () => expect(await findPlaces('xa')).toHaveLength(12));
});
