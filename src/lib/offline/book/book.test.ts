import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { joinedPhone, keptId, openTab, type Tab } from '../../../../tests/fixtures/phone';
import { catalogOf } from '../../../../tests/fixtures/catalog';
import type { Offer } from '../../domain/product';

const book = async () => ({
	...(await import('./load-book')),
	...(await import('./write-order')),
	...(await import('./mark-order')),
	...(await import('./write-money')),
	...(await import('./move-line')),
	...(await import('./set-sharing')),
	...(await import('../shop/load-shop')),
	...(await import('../shop/record-shop'))
});
type Hand = Awaited<ReturnType<typeof book>>;

let tab: Tab;
let id: string;
let hand: Hand;
beforeEach(async () => {
	({ tab, id } = await joinedPhone());
	hand = await book();
});
afterEach(() => vi.restoreAllMocks());

const product = '01k9zzzzzzzzzzzzzzzzzzzzzz';
const offer: Offer = {
	product,
	name: { kind: 'honey' },
	price: 320_000,
	unit: 'bottle',
	costs: { material: 0, hours: 0, hourlyRate: 0, transport: 0 },
	stock: 5,
	deliveries: ['here'],
	photos: [],
	story: null,
	made: { from: [] },
	ocopStars: 0,
	ocopCertificate: '',
	inGroup: false
};
const offered = (who = id) => hand.recordShop(who, { kind: 'product.offered', data: offer });
const stock = async () => (await hand.loadShop(id))!.shop.products[0]!.stock;
const honey = { product, name: { kind: 'honey' as const }, count: 2, price: 320_000, buyer: 'Hoa' };
async function order(values: Partial<typeof honey> = {}, now?: () => number): Promise<string> {
	const kept = await hand.writeOrder(id, { ...honey, ...values }, now);
	if (kept.kind !== 'kept') throw new Error(JSON.stringify(kept));
	return kept.id;
}
const mark = (
	of: string,
	step: 'packed' | 'sent' | 'paid' | 'cancelled' | 'returned' | 'struck',
	done = true
) => hand.markOrder(id, of, { step, done });
const orders = async () => (await hand.loadBook(id)).orders;
const told = async () =>
	(await tab.db.events.where({ profile: id }).toArray()).filter(({ kind }) => kind === 'order.recorded');

describe('an order in her book', () => {
	test('takes its goods out of her stall, once, and puts them back when it comes to nothing', async () => {
		await offered();
		const one = await order();
		expect(await stock()).toBe(3);
		await mark(one, 'sent');
		await mark(one, 'paid');
		expect(await stock(), 'paying takes nothing more').toBe(3);
		await mark(one, 'returned');
		await mark(one, 'returned');
		expect(await stock()).toBe(5);
		await mark(one, 'returned', false);
		expect(await stock()).toBe(3);
		await mark(one, 'struck');
		expect(await stock()).toBe(5);
	});

	test('for more than there is takes what there is, and puts back no more than that', async () => {
		await offered();
		const one = await order({ count: 9 });
		expect(await stock()).toBe(0);
		await mark(one, 'cancelled');
		expect(await stock()).toBe(5);
	});

	test('of something that is not in the stall, or went, is an order all the same', async () => {
		await order({ product: null as never });
		await order({ product: '01k9yyyyyyyyyyyyyyyyyyyyyy' });
		expect(await orders()).toHaveLength(2);
	});

	test.each([
		[{ price: 0 }, 'low'],
		[{ price: 10_000_000_000 }, 'high'],
		[{ count: 10_000, price: 500_000_000 }, 'high'],
		[{ count: 0 }, 'count'],
		[{ count: -1 }, 'count']
	])('%o is not written: %s', async (values, code) => {
		expect(await hand.writeOrder(id, { ...honey, ...values })).toEqual({ kind: 'problem', code });
		expect(await orders()).toEqual([]);
	});

	test('that is off is neither packed nor paid; one that is not there is nothing', async () => {
		const one = await order();
		await mark(one, 'cancelled');
		expect(await mark(one, 'paid')).toEqual({ kind: 'problem', code: 'ended' });
		expect(await mark('x', 'paid')).toEqual({ kind: 'problem', code: 'gone' });
		expect((await orders())[0]).toMatchObject({ paid: null, ended: 'cancelled' });
	});

	test('keeps her voice on the phone, and gives it to nobody else', async () => {
		const blob = new Blob(['abc'], { type: 'audio/webm' });
		const kept = await hand.writeOrder(id, { ...honey, mark: { blob, ms: 900 } });
		const found = await hand.loadMark(id, (kept as { id: string }).id);
		expect(await found?.text()).toBe('abc');
		expect(await hand.loadMark('another', (kept as { id: string }).id)).toBeUndefined();
		expect(await tab.db.outbox.count(), 'nothing is to be sent').toBe(0);
	});

	test('whatever she does, goods are in the stall or held by an order: none is made, none is lost', async () => {
		const names = ['packed', 'sent', 'paid', 'cancelled', 'returned', 'struck'] as const;
		const act = fc.oneof(
			fc.record({ count: fc.integer({ min: 1, max: 4 }) }),
			fc.record({ which: fc.nat(3), step: fc.constantFrom(...names), done: fc.boolean() })
		);
		await fc.assert(
			fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
				await tab.db.book.clear();
				await offered();
				for (const one of acts) {
					if ('count' in one) await order({ count: one.count });
					else {
						const known = (await orders())[one.which];
						if (known) await mark(known.id, one.step, one.done);
					}
					const held = (await orders()).reduce((sum, { held }) => sum + held, 0);
					expect((await stock()) + held).toBe(5);
				}
			}),
			{ numRuns: 25 }
		);
	});
});

describe('two tabs', () => {
	test('write one after the other, and the same step twice is once', async () => {
		await offered();
		const one = await order();
		const other = await openTab();
		const there = await book();
		await Promise.all([
			there.markOrder(id, one, { step: 'cancelled', done: true }),
			hand.markOrder(id, one, { step: 'cancelled', done: true }),
			hand.writeMoney(id, { way: 'out', amount: 5_000, purpose: 'food', month: null }),
			there.writeMoney(id, { way: 'out', amount: 7_000, purpose: 'food', month: null })
		]);
		const rows = await other.db.book.where({ profile: id }).toArray();
		expect(rows.map(({ n }) => n)).toEqual([1, 2, 3, 4]);
		expect(await stock()).toBe(5);
	});
});

describe('what leaves the phone', () => {
	test('is nothing of the book as long as she has not said yes', async () => {
		const one = await order();
		await mark(one, 'paid');
		await hand.writeMoney(id, { way: 'in', amount: 5_000, purpose: 'sold', month: null });
		expect(await tab.db.events.where({ profile: id }).count()).toBe(0);
		expect(await tab.countOwed(id)).toBe(0);
	});

	test('with her yes: each paid order once, before and after, without who and how much', async () => {
		const one = await order({ product: null as never }, () => 1_795_000_000_000);
		await mark(one, 'paid');
		await order();
		await hand.setSharing(id, true);
		await hand.setSharing(id, true);
		expect((await told()).map(({ data }) => data)).toEqual([
			{ order: one, product: null, step: 'paid', agreed: 1 }
		]);
		await mark(one, 'paid', false);
		await mark(one, 'paid');
		const two = (await orders())[1]!.id;
		await mark(two, 'paid');
		expect(await told()).toHaveLength(2);
		expect(JSON.stringify(await told())).not.toMatch(/Hoa|320/);
	});

	test('stops when she takes it back, and goes on from what was not told', async () => {
		await hand.setSharing(id, true);
		await mark(await order(), 'paid');
		await hand.setSharing(id, false);
		await mark(await order(), 'paid');
		expect(await told()).toHaveLength(1);
		await hand.setSharing(id, true);
		expect(await told()).toHaveLength(2);
	});

	test('gives a badge that asks for orders, and only once they are shared', async () => {
		const seller = {
			slug: 'ban-that',
			lessons: [],
			practices: [],
			evidence: [{ kind: 'order-recorded', count: 2 }]
		};
		const catalog = { ...catalogOf({}), achievements: [seller] } as never;
		await tab.db.catalog.put({ key: 'current', catalog, keptAtMs: 1 });
		await mark(await order(), 'paid');
		await mark(await order(), 'paid');
		expect(await tab.loadBadges(id)).toEqual([]);
		await hand.setSharing(id, true);
		expect(await tab.loadBadges(id)).toMatchObject([{ course: 'ban-that', state: 'earned' }]);
	});

	test('an order that was off or struck out before she said yes is not told', async () => {
		const [one, two] = [await order(), await order()];
		await mark(one, 'paid');
		await mark(two, 'paid');
		await mark(one, 'returned');
		await mark(two, 'struck');
		await hand.setSharing(id, true);
		expect(await told()).toEqual([]);
	});
});

describe('a clock that is wrong', () => {
	test('changes no order of things', async () => {
		const one = await order({}, () => Date.UTC(2031, 5, 1));
		await hand.markOrder(id, one, { step: 'paid', done: true }, () => Date.UTC(2026, 10, 24));
		await hand.markOrder(id, one, { step: 'paid', done: false }, () => 0);
		expect((await orders())[0]).toMatchObject({ paid: null });
	});
	test('is put right by the server it last spoke with, and what was written wrongly is moved', async () => {
		await tab.db.profiles.update(id, { lastDeliveredAtMs: 1_000, serverAtMs: Date.UTC(2026, 10, 24) });
		const kept = await hand.writeMoney(
			id,
			{ way: 'in', amount: 5_000, purpose: 'sold', month: null },
			() => 2_000
		);
		expect((await hand.loadBook(id)).money[0]!.month).toBe('2026-11');
		await hand.moveLine(id, (kept as { id: string }).id, '2026-09');
		expect((await hand.loadBook(id)).money[0]!.month).toBe('2026-09');
		expect(await hand.moveLine(id, 'x', '2026-09')).toEqual({ kind: 'problem', code: 'gone' });
		expect(await hand.moveLine(id, (kept as { id: string }).id, '2026-13')).toEqual({
			kind: 'problem',
			code: 'gone'
		});
	});
});

describe('a full phone', () => {
	const full = () => Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
	test('says so; neither the order nor its goods are half written, and it goes on when there is room', async () => {
		await offered();
		const add = vi.spyOn(tab.db.book, 'add').mockImplementation(full as never);
		expect(await hand.writeOrder(id, honey)).toEqual({ kind: 'trouble', code: 'full' });
		expect([await stock(), (await orders()).length]).toEqual([5, 0]);
		add.mockRestore();
		await order();
		expect(await stock()).toBe(3);
	});
	test('gives up what the server has already before it says no', async () => {
		const blob = new Blob(['x']);
		await tab.db.outbox.add({
			profile: id,
			sha256: 'a',
			mime: 'image/webp',
			bytes: 1,
			blob,
			madeAtMs: 1,
			sentAtMs: 1,
			owed: 0
		});
		vi.spyOn(tab.db.book, 'add').mockImplementationOnce(full as never);
		expect((await hand.writeOrder(id, honey)).kind).toBe('kept');
		expect(await tab.db.outbox.count()).toBe(0);
	});
});

describe('two women, one phone', () => {
	test('each has a book of her own, and it goes with her', async () => {
		await order();
		const other = keptId((await tab.addProfile({ name: 'Sen', picture: 'fish', language: 'vi' })) as never);
		expect((await hand.loadBook(other)).orders).toEqual([]);
		await hand.writeMoney(other, { way: 'in', amount: 5_000, purpose: 'sold', month: null });
		expect((await hand.loadBook(id)).money).toEqual([]);
		await tab.removeProfile(id);
		expect((await hand.loadBook(id)).orders).toEqual([]);
		expect((await hand.loadBook(other)).money).toHaveLength(1);
		expect(await hand.writeOrder(id, honey)).toEqual({ kind: 'trouble', code: 'profile_gone' });
	});
});
