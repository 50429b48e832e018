import { describe, expect, test } from 'vitest';
import { safeParse } from 'valibot';
import { Event, type Happening } from './event';
import { blobsOfShop, foldShop } from './fold-shop';
import type { Offer } from './product';

const id = (n: number) => String(n).padStart(26, '0');
const blob = (letter: string) => letter.repeat(64);
let next = 1;
const at = (ms: number, happening: Happening, seq = next, device = id(1)) =>
	({ ...happening, id: id(next++), device, seq, at: ms }) as Event;
const offer = (values: Partial<Offer> = {}): Offer => ({
	product: id(9),
	name: { kind: 'brocade' },
	price: 450_000,
	unit: 'piece',
	costs: { material: 0, hours: 0, hourlyRate: 0, transport: 0 },
	stock: 3,
	deliveries: ['here'],
	photos: [blob('a')],
	story: null,
	made: { from: [] },
	ocopStars: 0,
	ocopCertificate: '',
	inGroup: false,
	...values
});
const offered = (ms: number, values: Partial<Offer> = {}) =>
	at(ms, { kind: 'product.offered', data: offer(values) });
const withdrawn = (ms: number) => at(ms, { kind: 'product.withdrawn', data: { product: id(9) } });
const returned = (ms: number) => at(ms, { kind: 'product.returned', data: { product: id(9) } });
const restocked = (ms: number, stock: number) =>
	at(ms, { kind: 'product.restocked', data: { product: id(9), stock } });
const named = (ms: number, name: string) => at(ms, { kind: 'stall.changed', data: { name } });

function everyOrder<T>(list: T[]): T[][] {
	if (list.length < 2) return [list];
	return list.flatMap((one, n) =>
		everyOrder([...list.slice(0, n), ...list.slice(n + 1)]).map((rest) => [one, ...rest])
	);
}

describe('what her events amount to', () => {
	test('nothing is no stall and no product', () =>
		expect(foldShop([])).toEqual({ stall: null, products: [], lastAtMs: 0 }));

	test('is the same in every order and however often they come', () => {
		const events = [
			named(1, 'Nà Chang'),
			offered(2),
			withdrawn(3),
			offered(4, { price: 500_000 }),
			restocked(5, 1)
		];
		const folded = foldShop(events);
		expect(folded.products).toMatchObject([{ price: 500_000, stock: 1, withdrawn: true, offeredAtMs: 2 }]);
		for (const order of everyOrder(events)) expect(foldShop([...order, ...order])).toEqual(folded);
	});

	test('a product before its stall waits for it and is lost for nothing', () => {
		expect(foldShop([offered(1)])).toMatchObject({ stall: null, products: [{ id: id(9) }] });
	});

	test('what was taken down before its offer has come is no product yet, and is down when it comes', () => {
		expect(foldShop([withdrawn(5)]).products).toEqual([]);
		expect(foldShop([withdrawn(5), offered(1)]).products).toMatchObject([{ withdrawn: true }]);
	});

	test('an offer does not put back what was taken down; putting it back does', () => {
		expect(foldShop([offered(1), withdrawn(2), offered(3)]).products[0]?.withdrawn).toBe(true);
		expect(foldShop([offered(1), withdrawn(2), returned(3)]).products[0]?.withdrawn).toBe(false);
	});

	test('two phones that change different things keep both', () => {
		const one = at(10, { kind: 'stall.changed', data: { place: 'Xuân Dương' } }, 2, id(1));
		const other = at(9, { kind: 'stall.changed', data: { name: 'Mật ong Nà Chang' } }, 7, id(2));
		expect(foldShop([named(1, 'Cũ'), one, other]).stall).toMatchObject({
			name: 'Mật ong Nà Chang',
			place: 'Xuân Dương',
			openedAtMs: 1
		});
	});

	test('in one millisecond the higher number wins, on every phone', () => {
		const [one, other] = [at(5, named(5, 'Một') as Happening, 3), at(5, named(5, 'Hai') as Happening, 4)];
		expect(foldShop([other, one]).stall?.name).toBe('Hai');
	});

	test('her number is shown from when she agreed until she hides it', () => {
		const shared = at(3, { kind: 'contact.shared', data: { number: '0912345678', agreed: 1 } });
		const hidden = at(4, { kind: 'contact.hidden', data: {} });
		expect(foldShop([named(1, 'Một'), shared]).stall?.phone).toEqual({ number: '0912345678', agreedAtMs: 3 });
		expect(foldShop([named(1, 'Một'), shared, hidden]).stall?.phone).toBeNull();
	});

	test('names every recording and picture once', () => {
		const story = { blob: blob('b'), ms: 5 };
		const shop = foldShop([
			at(1, { kind: 'stall.changed', data: { name: 'Một', story, picture: blob('c') } }),
			offered(2, { story, photos: [blob('a'), blob('c')], name: { voice: { blob: blob('d'), ms: 9 } } })
		]);
		expect(blobsOfShop(shop).sort()).toEqual(['a', 'b', 'c', 'd'].map(blob));
	});
});

describe('an offer is refused', () => {
	const event = (data: unknown) =>
		safeParse(Event, at(1, { kind: 'product.offered', data } as Happening)).success;
	test('not, when it is good', () => expect(event(offer())).toBe(true));
	test.each<[string, unknown]>([
		['for nothing', { price: 0 }],
		['for ten billion', { price: 10_000_000_000 }],
		['for letters', { price: 'năm trăm' }],
		['for half a đồng', { price: 1000.5 }],
		['with a link in its name', { name: { text: 'Mật ong http://x.vn' } }],
		['without a name', { name: {} }],
		['with a story of twenty minutes', { story: { blob: blob('a'), ms: 1_200_000 } }],
		['with five pictures', { photos: Array(5).fill(blob('a')) }],
		['with a picture that is a path', { photos: ['../../etc/passwd'] }],
		['without a way to the buyer', { deliveries: [] }],
		['with six stars', { ocopStars: 6 }],
		['with less than nothing in stock', { stock: -1 }],
		['made in a month that is none', { made: { from: [], when: '2026-13' } }]
	])('%s', (_, values) => expect(event({ ...offer(), ...(values as object) })).toBe(false));
});
