import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptId, newPhone, type Tab } from '../../../../tests/fixtures/phone';
import type { Offer } from '../../domain/product';

let tab: Tab;
let id: string;
let shop: typeof import('./load-shop') & typeof import('./record-shop') & typeof import('./drafts');
beforeEach(async () => {
	tab = await newPhone();
	id = keptId(await tab.createGuest('vi'));
	shop = {
		...(await import('./load-shop')),
		...(await import('./record-shop')),
		...(await import('./drafts'))
	};
});
afterEach(() => vi.restoreAllMocks());

const product = '01k9zzzzzzzzzzzzzzzzzzzzzz';
const offer: Offer = {
	product,
	name: { kind: 'honey' },
	price: 320_000,
	unit: 'bottle',
	costs: { material: 0, hours: 0, hourlyRate: 0, transport: 0 },
	stock: 2,
	deliveries: ['here'],
	photos: ['a'.repeat(64)],
	story: null,
	made: { from: [] },
	ocopStars: 0,
	ocopCertificate: '',
	inGroup: false
};
const photo = { sha256: 'a'.repeat(64), mime: 'image/webp' as const, bytes: 3, blob: new Blob(['abc']) };
const offered = { kind: 'product.offered', data: offer } as const;

describe('her shop on the phone', () => {
	test('an offer and its picture are kept together, and wait until both are delivered', async () => {
		expect(await shop.recordShop(id, offered, [photo])).toEqual({ kind: 'kept' });
		expect((await shop.loadShop(id))!.waiting).toEqual(new Set([product]));
		await tab.db.profiles.update(id, { watermark: 1 });
		expect((await shop.loadShop(id))!.waiting, 'the picture is still here').toEqual(new Set([product]));
		await tab.db.outbox.update([id, photo.sha256], { owed: 0, sentAtMs: 5 });
		expect((await shop.loadShop(id))!.waiting).toEqual(new Set());
	});

	test('what she changes comes after all that she sees, though the clock was put back by years', async () => {
		await shop.recordShop(id, offered, [], () => 1_900_000_000_000);
		await shop.recordShop(
			id,
			{ kind: 'product.restocked', data: { product, stock: 7 } },
			[],
			() => 1_000_000_000_000
		);
		expect((await shop.loadShop(id))!.shop.products).toMatchObject([{ stock: 7 }]);
	});

	test('a draft is kept, newest first, per woman, and goes with her', async () => {
		const draft = {
			profile: id,
			product,
			step: 'price',
			offer: { name: { kind: 'honey' as const } },
			blobs: [photo]
		};
		await shop.keepDraft(draft, () => 1);
		await shop.keepDraft({ ...draft, product: `${product.slice(0, -1)}0` }, () => 2);
		expect((await shop.listDrafts(id)).map(({ changedAtMs }) => changedAtMs)).toEqual([2, 1]);
		const other = keptId(await tab.addProfile({ name: 'Lan', picture: 'corn', language: 'vi' }));
		expect(await shop.listDrafts(other)).toEqual([]);
		await tab.removeProfile(id);
		expect(await tab.db.drafts.count()).toBe(0);
	});

	test('on a full phone a draft is trouble to say, not a crash; what was sent gives its room first', async () => {
		await shop.recordShop(id, offered, [photo]);
		await tab.db.outbox.update([id, photo.sha256], { owed: 0, sentAtMs: 5 });
		const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		const put = vi.spyOn(tab.db.drafts, 'put').mockImplementationOnce(full as never);
		const draft = { profile: id, product, step: 'photo', offer: {}, blobs: [] };
		expect(await shop.keepDraft(draft)).toEqual({ kind: 'kept' });
		expect(await tab.db.outbox.count(), 'room was made').toBe(0);
		put.mockImplementation(full as never);
		expect(await shop.keepDraft(draft)).toEqual({ kind: 'trouble', code: 'full' });
		expect((await shop.loadShop(id))!.shop.products, 'nothing that was kept is lost').toHaveLength(1);
	});

	test('a profile that is gone is no crash', async () => {
		await tab.removeProfile(id);
		expect(await shop.loadShop(id)).toBeUndefined();
		expect(await shop.recordShop(id, offered, [photo])).toEqual({ kind: 'trouble', code: 'profile_gone' });
		expect(await tab.db.outbox.count()).toBe(0);
	});
});
