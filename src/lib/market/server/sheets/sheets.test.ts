import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ProductRow, StallRow } from '$lib/server/stalls/shapes';
import { StallWords } from '../../stall/public-words';
import { factsOf } from './facts-of';
import { guideOf } from './guide-of';
import { linesOf, sheetCsv, sheetXlsx } from './sheet-files';
import { TEMPLATES } from './templates';

const ORIGIN = 'https://mua.example';
const looked = { checkedBy: '', checkedAtMs: 0, downAtMs: 0, downReason: '' };
const sha = (n: number) => String(n).repeat(64).slice(0, 64);
const picture = (n: number) => ({
	...{ of: sha(n), small: `${sha(n)}.webp`, large: `${sha(n + 1)}.webp`, width: 480, height: 360 }
});
const stall: StallRow = {
	...looked,
	...{ id: 's', slug: 'nha-may', ownerKind: 'learner', owner: 'l', name: 'Nhà Mẩy', place: 'Xuân Dương' },
	shown: { picture: null, story: null, phone: '0912345678', badges: [] },
	...{ waits: 0, openedAtMs: 1, changedAtMs: 1 }
};
const product = (values: Partial<ProductRow> = {}): ProductRow => ({
	...looked,
	...{ id: 'p1', product: 'p', learner: 'l', maker: 'Lò Thị Mẩy', name: 'Khăn thổ cẩm', writtenName: '' },
	...{ price: 450_000, unit: 'piece', stock: 3, withdrawn: false, group: '', waits: 0 },
	...{ offeredAtMs: 1, changedAtMs: 1 },
	body: {
		name: { text: 'Khăn thổ cẩm' },
		...{ deliveries: ['here', 'post'], photos: [], story: null, inGroup: false },
		made: { who: 'Mẩy', where: 'xã Xuân Dương', when: '2026-10', from: ['cotton', 'indigo'] },
		...{ ocopStars: 4, ocopCertificate: '' }
	},
	shown: { photos: [picture(1), picture(3)], story: null, voice: null },
	...values
});
const vi = new StallWords('vi');
const facts = (...products: ProductRow[]) => factsOf({ stall, products }, vi, ORIGIN);
const template = (slug: string) => TEMPLATES.find((one) => one.slug === slug)!;
const lines = (slug: string, ...products: ProductRow[]) => linesOf(template(slug), facts(...products), 'vi');

describe('what is told of a product', () => {
	test('is what strangers see', () =>
		expect(facts(product())[0]).toMatchObject({
			...{ name: 'Khăn thổ cẩm', price: 450_000, unit: 'một cái', stock: 3, sku: 'p1', who: 'Mẩy' },
			...{ where: 'xã Xuân Dương', ocop: 'OCOP 4 sao', stall: 'Nhà Mẩy' },
			address: `${ORIGIN}/stall/nha-may?mon=p1`,
			photo1: `${ORIGIN}/stall/nha-may/photo/${sha(2)}.jpg`,
			photo2: `${ORIGIN}/stall/nha-may/photo/${sha(4)}.jpg`,
			photo3: ''
		}));
	test('is nothing of what was put away or taken down', () =>
		expect(facts(product({ withdrawn: true }), product({ downAtMs: 5 }))).toEqual([]));
	test('never holds the name in the list of her group, a phone, or her costs', () => {
		const all = JSON.stringify(facts(product()));
		for (const secret of ['Lò Thị', '0912345678', 'costs']) expect(all).not.toContain(secret);
	});
	test('a description has no address, and says who claims the stars', () => {
		const { description } = facts(product())[0]!;
		expect(description).toContain('. OCOP 4 sao (người bán tự nói). Nhà Mẩy');
		expect(description).not.toMatch(/https?:|mua\.example/);
	});
});

describe.each(TEMPLATES.map(({ slug }) => [slug] as const))('the sheet for %s', (slug) => {
	test('is dated, has its sources, and no column twice', () => {
		const { asOf, sources, columns } = template(slug);
		expect(asOf <= new Date().toISOString().slice(0, 10)).toBe(true);
		expect(sources.length).toBeGreaterThan(0);
		for (const keys of [columns.map(({ key }) => key), columns.map(({ label }) => label.vi)])
			expect(new Set(keys).size).toBe(columns.length);
	});
	test('has a name, a price and a stock', () => {
		const from = template(slug).columns.map((column) => column.from);
		expect(from).toEqual(expect.arrayContaining(['name', 'price', 'stock', 'photo1', 'sku']));
	});
	test('is the same as CSV and as XLSX, and both read back', async () => {
		const made = lines(slug, product(), product({ id: 'p2', name: 'Mật ong "bạc hà", 500 ml' }));
		const csv = parse(sheetCsv(made), { bom: true, relax_column_count: false }) as string[][];
		expect(csv).toEqual(made.map((line) => line.map(String)));
		const guide = guideOf(template(slug), 'vi');
		const book = await readXlsx(await sheetXlsx(template(slug), made, guide));
		expect(book.sheets.map(({ name }) => name)).toEqual([template(slug).sheet, 'Đọc trước']);
		const cells = book.sheets[0]!.rows.map((row) => made[0]!.map((_, n) => String(row[n] ?? '')));
		expect(cells).toEqual(made.map((line) => line.map(String)));
		expect(book.sheets[1]!.rows.flat().join('\n')).toContain(template(slug).sources[0]);
	});
	test('of an empty stall has its headings', () =>
		expect(lines(slug)).toHaveLength(template(slug).head === 'keys' ? 2 : 1));
});

test.each(['=1+1', '+84', '-5', '@SUM(A1)', '\t=1', '＝1+1'])(
	'%s is no formula in either file',
	async (name) => {
		const made = lines('plain', product({ name }));
		const shown = String(made[1]![0]);
		const csv = parse(sheetCsv(made), { bom: true }) as string[][];
		expect(csv[1]![0]).toBe(`'${shown}`);
		const book = await readXlsx(await sheetXlsx(template('plain'), made, guideOf(template('plain'), 'vi')));
		const { rows, cells } = book.sheets[0]!;
		expect(rows[1]![0]).toBe(`'${shown}`);
		expect(cells?.get('1,0')?.formula).toBeUndefined();
	}
);

test('the keys of Shopee and TikTok Shop stand in the first row as they are in their templates', () => {
	expect(lines('shopee')[0]).toEqual(
		expect.arrayContaining(['ps_category', 'ps_product_name', 'ps_price', 'ps_stock', 'ps_item_cover_image'])
	);
	expect(lines('tiktok-shop')[0]).toEqual(
		expect.arrayContaining(['category', 'product_name', 'main_image', 'parcel_weight', 'seller_sku'])
	);
});
