import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { Browser } from './browser';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { hashOf, named, offer, photo, Seller } from './stall';

let village: Village;
let elsewhere: Village;
let trainer: Browser;
let phone: Seller;
let slug: string;
let stall: string;
const product = offer({ name: { text: '=1+1 khăn' }, inGroup: true });
const hidden = offer({ name: { text: 'Túi cất đi' } });

const stallIdOf = async (name: string) => {
	const text = await (await trainer.fetch('/trainer/stalls')).text();
	return new RegExp(`href="/trainer/stalls/([a-z0-9]{15})"[^>]*>${name}<`).exec(text)?.[1] ?? '';
};
const sheet = (file: string, browser = trainer, id = stall) =>
	browser.fetch(`/trainer/stalls/${id}/sheet/${file}`);
const csvOf = async (file: string, id = stall) =>
	parse(await (await sheet(file, trainer, id)).text(), { bom: true }) as string[][];

beforeAll(async () => {
	[village, elsewhere] = [await newVillage(2), await newVillage(1)];
	trainer = await signedIn(village.trainer.email);
	phone = await Seller.of(village.women[0]!);
	const picture = await photo(21);
	await phone.put(picture);
	await phone.happens(
		named('Hàng để bán'),
		{ kind: 'product.offered', data: { ...product, photos: [hashOf(picture)] } },
		{ kind: 'product.offered', data: hidden },
		{ kind: 'product.withdrawn', data: { product: hidden.product } }
	);
	slug = (await phone.seen()).stall!.slug;
	stall = await stallIdOf('Hàng để bán');
});

describe('the sheet of a stall', () => {
	test('opens with what is on show, in the columns of a marketplace, and no formula in it', async () => {
		const [keys, labels, ...rows] = await csvOf('shopee.csv');
		expect(labels).toContain('Tên sản phẩm');
		expect(rows).toHaveLength(1);
		const cell = (key: string) => rows[0]![keys!.indexOf(key)];
		expect(cell('ps_product_name')).toBe("'=1+1 khăn");
		expect([cell('ps_price'), cell('ps_stock'), cell('ps_weight')]).toEqual(['450000', '3', '']);
		expect(JSON.stringify(rows)).not.toMatch(/120000|25000|Túi cất đi/);
	});

	test('is a workbook with a guide', async () => {
		const answer = await sheet('tiktok-shop.xlsx');
		expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${slug}-tiktok-shop.xlsx"`);
		expect(answer.headers.get('cache-control')).toContain('no-store');
		const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
		expect(book.sheets.map(({ name }) => name)).toEqual(['Template', 'Đọc trước']);
		expect(book.sheets[0]!.rows[2]).toContain(450_000);
	});

	test('links to pictures that a marketplace can fetch without being anybody', async () => {
		const [labels, row] = await csvOf('plain.csv');
		const link = row![labels!.indexOf('Ảnh 1')]!;
		expect(link).toMatch(new RegExp(`/stall/${slug}/photo/[0-9a-f]{64}\\.jpg$`));
		const answer = await new Browser().fetch(new URL(link).pathname);
		expect(answer.headers.get('content-type')).toBe('image/jpeg');
		const { format, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
		expect([format, width]).toEqual(['jpeg', 640]);
		expect((await new Browser().fetch(`/stall/${slug}/photo/${'0'.repeat(64)}.jpg`)).status).toBe(404);
		for (const name of ['..%2f..%2fsecrets.json', `${'a'.repeat(64)}.png`, 'x'.repeat(900)])
			expect((await new Browser().fetch(`/stall/${slug}/photo/${name}`)).status, name).toBe(404);
	});

	test("of a group has what its women put there, and no woman's name from the list", async () => {
		const { group } = await phone.seen();
		const id = await stallIdOf(group!.name);
		const [labels, ...rows] = await csvOf('plain.csv', id);
		expect(rows.map((row) => row[labels!.indexOf('Người làm')])).toEqual(['Mẩy']);
		expect(JSON.stringify(rows)).not.toContain(village.women[0]!.name);
	});

	test('speaks to who downloads it in the language of her console', async () => {
		await trainer.submit('/trainer/language', { language: 'en' });
		const [, labels] = await csvOf('lazada.csv');
		expect(labels).toContain('Product name');
		await trainer.submit('/trainer/language', { language: 'vi' });
	});

	test.each(['amazon.csv', 'shopee.pdf', 'shopee', 'shopee.csv.exe', '__proto__.csv', '..%2fshopee.csv'])(
		'%s is none',
		async (file) => expect((await sheet(file)).status).toBe(404)
	);
});

describe('who may', () => {
	test("her own trainer, and no other village's, no expert, no stranger, no woman", async () => {
		expect((await sheet('plain.csv')).status).toBe(200);
		const stranger = await signedIn(elsewhere.trainer.email);
		expect((await sheet('plain.csv', stranger)).status).toBe(403);
		const expert = await signedIn((await newStaff('expert')).email);
		expect((await sheet('plain.csv', expert)).status).toBe(403);
		for (const nobody of [new Browser(), phone.browser])
			expect((await sheet('plain.csv', nobody)).status).toBe(303);
		expect((await sheet('plain.csv', trainer, 'aaaaaaaaaaaaaaa')).status).toBe(404);
	});

	test('what is taken down is in no sheet, and its picture is gone', async () => {
		const [labels, row] = await csvOf('plain.csv');
		const link = new URL(row![labels!.indexOf('Ảnh 1')]!).pathname;
		const id = row![labels!.indexOf('Mã hàng')]!;
		await trainer.submit(`/trainer/stalls/${stall}?/down`, { product: id, reason: 'Ảnh của người khác' });
		expect(await csvOf('plain.csv')).toHaveLength(1);
		expect((await new Browser().fetch(link)).status).toBe(404);
	});
});
