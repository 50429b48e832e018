import { beforeAll, describe, expect, test } from 'vitest';
import { Browser } from './browser';
import { newVillage, type Village } from './people';
import { hashOf, named, offer, offered, photo, Seller, speech } from './stall';

let village: Village;
let n = 0;
beforeAll(async () => {
	village = await newVillage(16);
});
const woman = () => village.women[n++ % village.women.length]!;
const stranger = () => new Browser();
const read = async (path: string, browser = stranger()) => {
	const response = await browser.fetch(path);
	return { status: response.status, text: await response.text(), headers: response.headers };
};

describe('from a phone to strangers', () => {
	test('the stall, its product, picture and story; nothing more of her than she said', async () => {
		const phone = await Seller.of(woman());
		const [picture, story] = [await photo(1), speech()];
		const product = offer({ photos: [hashOf(picture)], story: { blob: hashOf(story), ms: 4000 } });
		await phone.happens(named('Thổ cẩm của Mẩy'), { kind: 'product.offered', data: product });
		const waiting = await phone.seen();
		expect(waiting.stall).toMatchObject({ state: 'open', checkedBy: '' });
		expect(waiting.products[product.product]).toEqual({ state: 'waiting', reason: '' });

		expect((await phone.put(picture)).status).toBe(200);
		expect((await phone.put(story, 'audio/ogg')).status).toBe(200);
		const seen = await phone.seen();
		expect(seen.products[product.product]).toEqual({ state: 'open', reason: '' });

		const page = await read(`/stall/${seen.stall!.slug}`);
		expect(page.status).toBe(200);
		expect(page.text).toContain('<html lang="vi">');
		for (const text of [
			'Thổ cẩm của Mẩy',
			'Khăn thổ cẩm',
			'450.000',
			'Mẩy',
			'tháng 10 năm 2026',
			'sợi bông, chàm'
		])
			expect(page.text).toContain(text);
		expect(page.text).toContain('property="og:title" content="Khăn thổ cẩm, 450.000 đ / một cái"');
		expect(page.text, 'no script but data and the one of app.html').not.toMatch(
			/<script(?! type="application\/ld)[^>]+src=/
		);
		for (const secret of [village.women[0]!.name, '120.000', phone.device, 'learner'])
			expect(page.text).not.toContain(secret);

		const media = [...page.text.matchAll(/\/media\/[0-9a-f]{64}\.(?:webp|ogg)/g)].map(([path]) => path);
		expect(new Set(media).size).toBeGreaterThanOrEqual(3);
		for (const path of new Set(media)) expect((await stranger().fetch(path)).status).toBe(200);
		const small = /<img[^>]+src="(\/media\/[^"]+)"/.exec(page.text)![1]!;
		const bytes = Buffer.from(await (await stranger().fetch(small)).arrayBuffer());
		expect(bytes.length).toBeLessThan(31_000);
		expect(bytes.includes('geheim'), 'EXIF is gone').toBe(false);

		const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page.text)![1]!) as {
			'@graph': { '@type': string; name: string; offers?: unknown }[];
		};
		expect(data['@graph'].map((one) => one['@type'])).toEqual(['Organization', 'Product']);
		expect(data['@graph'][1]!.offers).toMatchObject({ price: 450_000, priceCurrency: 'VND' });

		const preview = await stranger().fetch(`/stall/${seen.stall!.slug}/preview.jpg`);
		expect(preview.headers.get('content-type')).toBe('image/jpeg');
		const english = await read(`/stall/${seen.stall!.slug}?lang=en`);
		expect(english.text).toContain('<html lang="en">');
		expect(english.text).toContain('cotton, indigo');
		expect((await read(`/stall/${seen.stall!.slug}/print?size=a6`)).status).toBe(200);
	});

	test('the product before the stall, the picture before the product, and all of it twice', async () => {
		const phone = await Seller.of(woman());
		const picture = await photo(2);
		await phone.put(picture);
		const events = phone.events(offered({ photos: [hashOf(picture)] }));
		await phone.sync(events);
		expect((await phone.seen()).stall).toBeNull();
		const later = phone.events(named('Hàng đến trước'));
		await phone.sync([...events, ...later]);
		await phone.sync([...later, ...events]);
		const { stall, products } = await phone.seen();
		expect(Object.values(products)).toEqual([{ state: 'open', reason: '' }]);
		const { text } = await read(`/stall/${stall!.slug}`);
		expect(text.match(/<h1/g)).toHaveLength(1);
	});

	test('a picture that never comes: the stall is there with a drawing, and says that it waits', async () => {
		const phone = await Seller.of(woman());
		await phone.happens(named('Chờ ảnh'), offered({ photos: ['ab'.repeat(32)], name: { kind: 'honey' } }));
		const { stall, products } = await phone.seen();
		expect(Object.values(products)).toEqual([{ state: 'waiting', reason: '' }]);
		const page = await read(`/stall/${stall!.slug}`);
		expect(page.text).toContain('Mật ong');
		expect(page.text).toContain('<svg');
		expect((await stranger().fetch(`/stall/${stall!.slug}/preview.jpg`)).status).toBe(200);
	});

	test('what is no picture, and a recording in the place of one, are left out; the rest stands', async () => {
		const phone = await Seller.of(woman());
		const broken = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(900, 7)]);
		const sound = speech();
		await phone.happens(named('Ảnh hỏng'), offered({ photos: [hashOf(broken), hashOf(sound)] }));
		await phone.put(broken);
		await phone.put(sound, 'audio/ogg');
		const { stall } = await phone.seen();
		expect((await read(`/stall/${stall!.slug}`)).status).toBe(200);
	});

	test("another woman's picture, named by its hash, is not shown", async () => {
		const [one, other] = [await Seller.of(woman()), await Seller.of(woman())];
		const picture = await photo(3);
		await one.put(picture);
		await other.happens(named('Lấy ảnh người khác'), offered({ photos: [hashOf(picture)] }));
		const { stall } = await other.seen();
		expect((await read(`/stall/${stall!.slug}`)).text).not.toContain('/media/');
	});

	test('two phones of one woman: the later word of each field', async () => {
		const her = woman();
		const [one, other] = [await Seller.of(her), await Seller.of(her)];
		const product = offer();
		await one.happens(named('Máy một'), { kind: 'product.offered', data: product });
		await other.happens(
			{ kind: 'stall.changed', data: { place: 'xã Sà Phìn' } },
			{ kind: 'product.restocked', data: { product: product.product, stock: 0 } }
		);
		const { text } = await read(`/stall/${(await one.seen()).stall!.slug}`);
		expect(text).toContain('Máy một');
		expect(text).toContain('xã Sà Phìn');
		expect(text).toContain('Làm khi có người đặt');
	});

	test('put away, it is gone from the page and its picture with it; back, both are there', async () => {
		const phone = await Seller.of(woman());
		const picture = await photo(4);
		const product = offer({ photos: [hashOf(picture)] });
		await phone.put(picture);
		await phone.happens(named('Cất và bày'), { kind: 'product.offered', data: product });
		const { stall } = await phone.seen();
		const path = `/stall/${stall!.slug}`;
		const media = /\/media\/[0-9a-f]{64}\.webp/.exec((await read(path)).text)![0];
		await phone.happens({ kind: 'product.withdrawn', data: { product: product.product } });
		expect((await read(path)).text).not.toContain('Khăn thổ cẩm');
		expect((await stranger().fetch(media)).status).toBe(404);
		await phone.happens({ kind: 'product.returned', data: { product: product.product } });
		expect((await read(path)).text).toContain('Khăn thổ cẩm');
		expect((await stranger().fetch(media)).status).toBe(200);
	});
});

describe('an address', () => {
	test('is kept when the name changes, and a second of a name ends with what nobody guesses', async () => {
		const [one, other] = [await Seller.of(woman()), await Seller.of(woman())];
		await one.happens(named('Cùng một tên'));
		await other.happens(named('Cùng một tên'));
		const first = (await one.seen()).stall!.slug;
		const second = (await other.seen()).stall!.slug;
		expect([first, second].sort()[0]).toMatch(/^cung-mot-ten/);
		expect(second).toMatch(/^cung-mot-ten-[a-z0-9]{5}$/);
		await one.happens(named('Tên mới'));
		expect((await one.seen()).stall!.slug).toBe(first);
		expect((await read(`/stall/${first}`)).text).toContain('Tên mới');
	});

	test.each(['khong-co', '..%2f..%2fetc', 'A'.repeat(100), '%00', "x'%20OR%201=1"])(
		'%s is unknown',
		async (slug) => {
			for (const path of [`/stall/${slug}`, `/stall/${slug}/preview.jpg`, `/stall/${slug}/print`])
				expect([400, 404]).toContain((await read(path)).status);
		}
	);

	test('who walks through names is slowed down, and stalls that are there stay open to her', async () => {
		const phone = await Seller.of(woman());
		await phone.happens(named('Vẫn mở'));
		const { stall } = await phone.seen();
		const walker = stranger();
		const answers = [];
		for (let i = 0; i < 62; i++) answers.push((await walker.fetch(`/stall/khong-${i}`)).status);
		expect(answers.slice(0, 60).every((status) => status === 404)).toBe(true);
		expect(answers.at(-1)).toBe(429);
		expect((await walker.fetch(`/stall/${stall!.slug}`)).status).toBe(200);
	});
});

describe('what may not be said', () => {
	const refused = async (happening: unknown) => {
		const phone = await Seller.of(woman());
		const events = phone.events(named('Được phép'), happening as never);
		const { rejected, watermark } = await phone.sync(events);
		expect(watermark, 'a bad one holds nothing up').toBe(2);
		return rejected.map(({ reason }) => reason);
	};
	test.each<[string, unknown]>([
		['a price of nothing', offered({ price: 0 })],
		['a price of ten billion', offered({ price: 10_000_000_000 })],
		['a price in letters', offered({ price: 'năm trăm' as never })],
		['a story of twenty minutes', offered({ story: { blob: 'a'.repeat(64), ms: 1_200_000 } })],
		['a name with a link', named('MUA NGAY http://lua.example')],
		['a name with a number', named('Gọi 0912 345 678')],
		['HTML in a name', named('<script>alert(1)</script>')],
		['a number without consent', { kind: 'contact.shared', data: { number: '0912345678' } }],
		['a number that is none', { kind: 'contact.shared', data: { number: '113', agreed: 1 } }]
	])('%s is refused', async (_, happening) => expect(await refused(happening)).toEqual(['malformed']));

	test('capitals are softened, whoever sent them', async () => {
		const phone = await Seller.of(woman());
		await phone.happens(named('THỔ CẨM NÀ CHANG'));
		expect((await read(`/stall/${(await phone.seen()).stall!.slug}`)).text).toContain('Thổ Cẩm Nà Chang');
	});

	test('what looks like HTML elsewhere is shown as it was written', async () => {
		const phone = await Seller.of(woman());
		await phone.happens(named('Dấu lạ'), offered({ ocopStars: 3, ocopCertificate: `12" onerror='x' & 1` }));
		const { text } = await read(`/stall/${(await phone.seen()).stall!.slug}`);
		expect(text).toContain('OCOP 3 sao');
		expect(text).toContain(`12&quot; onerror`);
		expect(text).not.toMatch(/content="[^"]*12" onerror/);
	});
});

describe('her number', () => {
	test('is on the page from when she agrees until she hides it', async () => {
		const phone = await Seller.of(woman());
		await phone.happens(named('Gọi cho tôi'), offered());
		const path = `/stall/${(await phone.seen()).stall!.slug}`;
		expect((await read(path)).text).not.toContain('tel:');
		await phone.happens({ kind: 'contact.shared', data: { number: '0912345678', agreed: 1 } });
		expect((await read(path)).text).toContain('href="tel:0912345678"');
		await phone.happens({ kind: 'contact.hidden', data: {} });
		expect((await read(path)).text).not.toContain('0912');
	});
});

describe('who may ask about a stall', () => {
	test.each([
		['nobody', undefined, 400],
		['a device that has not joined', 'a'.repeat(26), 401]
	])('%s', async (_, device, status) =>
		expect((await stranger().fetch(`/api/stalls/mine${device ? `?device=${device}` : ''}`)).status).toBe(
			status
		)
	);
	test('another woman sees only her own', async () => {
		const [one, other] = [await Seller.of(woman()), await Seller.of(woman())];
		await one.happens(named('Của riêng'));
		expect((await other.seen()).stall?.slug).not.toBe((await one.seen()).stall!.slug);
	});
});
