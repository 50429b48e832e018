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
let media: string;
const product = offer({ inGroup: true, photos: [] });

const page = async (path: string, browser = new Browser()) => {
	const response = await browser.fetch(path);
	return { status: response.status, text: await response.text() };
};
const stallId = async (browser: Browser, name: string) => {
	const { text } = await page('/trainer/stalls', browser);
	const link = new RegExp(`href="/trainer/stalls/([a-z0-9]{15})"[^>]*>${name}<`).exec(text);
	return link?.[1] ?? '';
};
const act = (browser: Browser, what: string, values: Record<string, string> = {}, id = stall) =>
	browser.submit(`/trainer/stalls/${id}?/${what}`, values);

beforeAll(async () => {
	[village, elsewhere] = [await newVillage(3), await newVillage(1)];
	trainer = await signedIn(village.trainer.email);
	phone = await Seller.of(village.women[0]!);
	const picture = await photo(11);
	await phone.put(picture);
	await phone.happens(named('Hàng để xem'), {
		kind: 'product.offered',
		data: { ...product, photos: [hashOf(picture)] }
	});
	slug = (await phone.seen()).stall!.slug;
	stall = await stallId(trainer, 'Hàng để xem');
	media = /\/media\/[0-9a-f]{64}\.webp/.exec((await page(`/stall/${slug}`)).text)![0];
});

describe('a trainer', () => {
	test("sees her women's stalls and not those of another village", async () => {
		expect(stall).toMatch(/^[a-z0-9]{15}$/);
		const stranger = await signedIn(elsewhere.trainer.email);
		expect((await page('/trainer/stalls', stranger)).text).not.toContain('Hàng để xem');
		expect((await page(`/trainer/stalls/${stall}`, stranger)).status).toBe(403);
		for (const what of ['check', 'down', 'up', 'change'])
			expect((await act(stranger, what, { reason: 'x', name: 'Lấy mất' })).status).toBe(403);
		expect((await page(`/trainer/stalls/${stall}`)).status).toBe(303);
		const expert = await signedIn((await newStaff('expert')).email);
		expect((await page(`/trainer/stalls/${stall}`, expert)).status).toBe(403);
		expect((await page('/trainer/stalls/khong', trainer)).status).toBe(404);
	});

	test('says that it is so, until the woman changes what she looked at', async () => {
		const row = async () => (await page(`/stall/${slug}`)).text;
		const id = /name="product" value="([a-z0-9]{15})"/.exec(
			(await page(`/trainer/stalls/${stall}`, trainer)).text
		)![1]!;
		expect(await row()).toContain('người bán tự nói');
		expect((await act(trainer, 'check', { product: id })).status).toBe(200);
		expect((await act(trainer, 'check')).status).toBe(200);
		const said = await row();
		expect(said).toContain('đã xem và xác nhận ngày');
		expect(said).toContain('Gian hàng đã được');
		await phone.happens({ kind: 'product.restocked', data: { product: product.product, stock: 9 } });
		expect(await row(), 'a count changes no claim').toContain('đã xem và xác nhận ngày');
		await phone.happens({
			kind: 'product.offered',
			data: { ...product, made: { who: 'Người khác', from: ['silk'] } }
		});
		const changed = await row();
		expect(changed).toContain('Người khác');
		expect(changed).not.toContain('đã xem và xác nhận ngày');
		const [first] = product.photos;
		expect(first).toBeUndefined();
	});

	test('takes it down with a reason: nobody sees it, its picture is gone, she is told; and puts it back', async () => {
		const picture = await photo(12);
		await phone.put(picture);
		await phone.happens({ kind: 'product.offered', data: { ...product, photos: [hashOf(picture)] } });
		media = /\/media\/[0-9a-f]{64}\.webp/.exec((await page(`/stall/${slug}`)).text)![0];
		expect((await act(trainer, 'down', { reason: '  ' })).status).toBe(400);
		expect((await page(`/stall/${slug}`)).status).toBe(200);
		expect((await act(trainer, 'down', { reason: 'Ảnh của người khác' })).status).toBe(200);
		for (const path of [`/stall/${slug}`, `/stall/${slug}/preview.jpg`, `/stall/${slug}/print`, media])
			expect((await page(path)).status, path).toBe(404);
		expect((await phone.seen()).stall).toMatchObject({ state: 'taken_down', reason: 'Ảnh của người khác' });
		// What she changes meanwhile does not bring it back.
		await phone.happens(named('Hàng để xem'));
		expect((await page(`/stall/${slug}`)).status).toBe(404);
		expect((await act(trainer, 'up')).status).toBe(200);
		expect((await page(`/stall/${slug}`)).text).toContain(media);
		expect((await page(media)).status).toBe(200);
	});
});

describe('the stall of a group', () => {
	test('opens with what the first woman puts there, and shows what is in it by two', async () => {
		const other = await Seller.of(village.women[1]!);
		await other.happens(named('Nhà bên'), {
			kind: 'product.offered',
			data: offer({ inGroup: true, name: { kind: 'honey' }, made: { who: 'Sua', from: [] } })
		});
		const { group } = await other.seen();
		expect(group?.name).toBe(village.group.name);
		const { text } = await page(`/stall/${group!.slug}`);
		for (const shown of ['Mật ong', 'Khăn thổ cẩm', 'Sua', 'Gian hàng chung của nhóm'])
			expect(text).toContain(shown);
		const id = await stallId(trainer, village.group.name);
		expect((await act(trainer, 'change', { name: 'Gọi 0912345678', place: '' }, id)).status).toBe(400);
		expect((await act(trainer, 'change', { name: 'HTX Nà Chang', place: 'xã Xuân Dương' }, id)).status).toBe(
			200
		);
		expect((await page(`/stall/${group!.slug}`)).text).toContain('HTX Nà Chang');
	});

	test("a woman's own sign is hers: her trainer does not change it", async () => {
		expect((await act(trainer, 'change', { name: 'Tên khác', place: '' })).status).toBe(400);
	});
});

describe('a stranger asks', () => {
	const ask = (values: Record<string, string>, browser = new Browser(), to = slug) =>
		browser.submit(`/stall/${to}`, {
			name: 'Anh Sơn',
			contact: '0987 654 321',
			message: 'Còn không ạ?',
			...values
		});
	const inbox = async () => (await page('/trainer/stalls', trainer)).text;

	test('once, however often it is sent; the trainer reads it, and the woman hears of it', async () => {
		const key = 'a'.repeat(25) + '1';
		for (const _ of [1, 2]) expect((await ask({ key, message: 'Có màu chàm không?' })).status).toBe(200);
		const text = await inbox();
		expect(text.match(/>Có màu chàm không\?</g)).toHaveLength(1);
		expect(text).toContain('0987 654 321');
		const { changes } = await phone.sync([], { notices: '' });
		const buyers = changes.notices!.all.filter(({ kind }) => kind === 'buyer');
		expect(buyers).toHaveLength(1);
		expect(JSON.stringify(buyers), 'who it is her trainer tells her').not.toContain('0987');
		const message = /name="message" value="([a-z0-9]{15})"/.exec(text)![1]!;
		const stranger = await signedIn(elsewhere.trainer.email);
		expect((await stranger.submit('/trainer/stalls?/handled', { message })).status).toBe(404);
		expect((await trainer.submit('/trainer/stalls?/handled', { message })).status).toBe(200);
		expect(await inbox()).not.toContain(`value="${message}"`);
	});

	test.each([
		['without a name', { name: ' ' }, 400],
		['without a way back', { contact: '' }, 400],
		['at too great length', { message: 'x'.repeat(2001) }, 413]
	])('%s she is told what is missing', async (_, values, status) => {
		const answer = await ask(values);
		expect((await answer.text()).includes('role="alert"') || answer.status === status).toBe(true);
	});

	test('a body without end is refused', async () =>
		expect((await ask({ message: 'x'.repeat(9000) })).status).toBe(413));
	test('a machine that fills in everything is thanked, and nothing is kept', async () => {
		expect((await ask({ website: 'http://lua.example', message: 'Thuốc rẻ' })).status).toBe(200);
		expect(await inbox()).not.toContain('Thuốc rẻ');
	});
	test('HTML is shown as it was written', async () => {
		await ask({ name: '<img src=x onerror=alert(1)>', message: '</script><script>alert(1)</script>' });
		expect(await inbox()).not.toMatch(/<img src=x|<script>alert/);
	});
	test('not from another site, not where nothing is, and not all day', async () => {
		expect((await new Browser().submit(`/stall/${slug}`, {}, { origin: 'https://lua.example' })).status).toBe(
			403
		);
		expect((await ask({}, new Browser(), 'khong-co-gian-nay')).status).toBe(404);
		const often = new Browser();
		const answers = [];
		for (let n = 0; n < 8; n++) answers.push(await (await ask({ message: `Hỏi lần ${n}` }, often)).text());
		expect(answers.at(-1)).toContain('gửi nhiều quá');
	});
});
