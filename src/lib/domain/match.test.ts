import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDoubt, matches, type GroupToMatch, type PartnerToMatch, type Supply } from './match';
import { GIVES, PARTNER_KINDS, PARTNER_STATES } from './partner-kinds';
import { PRODUCT_KINDS, UNITS } from './product-kinds';

const group: GroupToMatch = { id: 'g', province: '19', commune: '02191' };
const honey = (values: Partial<Supply> = {}): Supply => ({
	...{ group: 'g', learner: 'may', kind: 'honey', unit: 'bottle', stock: 12, stars: 3 },
	...values
});
const shop = (values: Partial<PartnerToMatch> = {}): PartnerToMatch => ({
	...{ id: 'p', kind: 'retailer', state: 'verified', province: '19', commune: '02191', gives: [] },
	wants: [{ id: 'aaaaaaaaaa', kind: 'honey', amount: 10, unit: 'bottle', quality: '', months: [11, 12] }],
	...values
});
const codes = (...given: Parameters<typeof matches>) =>
	matches(...given).map(({ reasons }) => reasons.map(({ code }) => code));

describe('what is sought and made', () => {
	test('fits by product, stock, place and season, each in words', () => {
		expect(matches([shop()], [group], [honey()], 11)).toEqual([
			{
				...{ partner: 'p', sort: 'trade', about: 'aaaaaaaaaa', group: 'g', learner: 'may' },
				reasons: [
					{ code: 'same_product', kind: 'honey' },
					{ code: 'stock_enough', have: 12, need: 10, unit: 'bottle' },
					{ code: 'same_commune' },
					{ code: 'in_season' }
				]
			}
		]);
	});

	test('two makers are the group’s, and their stock is one', () => {
		const [match] = matches([shop()], [group], [honey({ stock: 5 }), honey({ learner: 'do', stock: 4 })], 1);
		expect(match?.learner).toBeNull();
		expect(match?.reasons).toContainEqual({ code: 'stock_part', have: 9, need: 10, unit: 'bottle' });
		expect(match?.reasons).toContainEqual({ code: 'makers', makers: 2 });
		expect(match?.reasons).toContainEqual({ code: 'season_ahead', month: 11 });
	});

	test('just as much as is wanted is enough, and the largest stock is what is named, however the list came', () => {
		expect(codes([shop()], [group], [honey({ stock: 10 })], 11)[0]).toContain('stock_enough');
		const near = [honey({ kind: 'bag', stock: 2 }), honey({ kind: 'indigo', stock: 7 })];
		const brocade = shop({ wants: shop().wants.map((want) => ({ ...want, kind: 'brocade' as const })) });
		for (const made of [near, near.toReversed()])
			expect(matches([brocade], [group], made, 11)[0]?.reasons[0]).toEqual({
				...{ code: 'near_product', kind: 'brocade', made: 'indigo' }
			});
	});

	test.each([
		{ what: 'nothing of the kind', supplies: [honey({ kind: 'tea' })], found: 0 },
		{ what: 'what is near', supplies: [honey({ kind: 'bag' })], seeks: 'brocade' as const, found: 1 },
		{ what: 'what is called by words alone', supplies: [honey({ kind: null })], found: 0 },
		{ what: "another group's", supplies: [honey({ group: 'other' })], found: 0 }
	])('$what: $found', ({ supplies, seeks = 'honey' as const, found }) => {
		const partner = shop({ wants: shop().wants.map((want) => ({ ...want, kind: seeks })) });
		expect(matches([partner], [group], supplies, 11)).toHaveLength(found);
	});

	test.each([
		{ unit: 'kilo' as const, stock: 12, code: 'other_unit' },
		{ unit: 'bottle' as const, stock: 0, code: 'to_order' }
	])('$code is a doubt, and no reason against suggesting', ({ unit, stock, code }) => {
		const [reasons] = codes([shop()], [group], [honey({ unit, stock })], 11);
		expect(reasons).toContain(code);
		expect(isDoubt({ code } as never)).toBe(true);
	});

	test.each([
		{ province: '19', commune: '02194', code: 'same_province' },
		{ province: '01', commune: '', code: 'other_province' },
		{ province: '', commune: '', code: 'place_unknown' }
	])('a partner at $province/$commune: $code', ({ code, ...where }) => {
		expect(codes([shop(where)], [group], [honey()], 11)[0]).toContain(code);
	});
});

describe('what is given', () => {
	const expert = (values: Partial<PartnerToMatch> = {}) =>
		shop({ kind: 'expert', wants: [], gives: ['advice'], ...values });

	test('an expert may stand beside a group, from elsewhere too', () => {
		expect(matches([expert({ province: '01' })], [group], [honey()], 11)).toMatchObject([
			{
				sort: 'mentor',
				learner: null,
				reasons: [{ code: 'gives', give: 'advice' }, { code: 'other_province' }]
			}
		]);
	});
	test('capital from elsewhere is not suggested', () => {
		const fund = expert({ kind: 'investor', gives: ['capital'], province: '01' });
		expect(matches([fund], [group], [honey()], 11)).toEqual([]);
		expect(matches([{ ...fund, province: '19' }], [group], [honey()], 11)).toHaveLength(1);
	});
	test('certification is for who has none', () => {
		const office = expert({ kind: 'government', gives: ['certification'] });
		expect(matches([office], [group], [honey({ stars: 4 })], 11)).toEqual([]);
		expect(codes([office], [group], [honey({ stars: 0 })], 11)[0]).toContain('no_stars');
	});
	test('nothing to a group that sells nothing', () => {
		expect(matches([expert()], [group], [], 11)).toEqual([]);
	});
});

const place = fc.constantFrom(
	{ province: '19', commune: '02191' },
	{ province: '19', commune: '' },
	{ province: '01', commune: '' },
	{ province: '', commune: '' }
);
const want = fc.record({
	id: fc.stringMatching(/^[a-z0-9]{10}$/),
	kind: fc.constantFrom(...PRODUCT_KINDS),
	amount: fc.nat(500),
	unit: fc.constantFrom(...UNITS),
	quality: fc.constant(''),
	months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }))
});
const partner = fc
	.record({
		id: fc.stringMatching(/^[a-z0-9]{15}$/),
		kind: fc.constantFrom(...PARTNER_KINDS),
		state: fc.constantFrom(...PARTNER_STATES),
		wants: fc.uniqueArray(want, { maxLength: 4, selector: ({ id }) => id }),
		gives: fc.uniqueArray(fc.constantFrom(...GIVES))
	})
	.chain((one) => place.map((where) => ({ ...one, ...where })));
const partners = fc.uniqueArray(partner, { maxLength: 6, selector: ({ id }) => id });
const groups = fc
	.uniqueArray(fc.constantFrom('a', 'b', 'c'))
	.chain((ids) => fc.tuple(...ids.map((id) => place.map((where) => ({ id, ...where })))));
const supply = fc.record({
	group: fc.constantFrom('a', 'b', 'c', 'd'),
	learner: fc.constantFrom('1', '2', '3'),
	kind: fc.option(fc.constantFrom(...PRODUCT_KINDS)),
	unit: fc.constantFrom(...UNITS),
	stock: fc.nat(400),
	stars: fc.constantFrom(0, 3, 5)
});
const supplies = fc.array(supply, { maxLength: 12 });
const month = fc.integer({ min: 1, max: 12 });
const world = fc.tuple(partners, groups, supplies, month);

describe('whatever partners, groups and stalls there are', () => {
	test('only verified partners are suggested, to groups that were asked about, with a reason each', () => {
		fc.assert(
			fc.property(world, ([all, some, made, now]) => {
				for (const match of matches(all, some, made, now)) {
					expect(all.find(({ id }) => id === match.partner)?.state).toBe('verified');
					expect(some.map(({ id }) => id)).toContain(match.group);
					expect(match.reasons.some((reason) => !isDoubt(reason) || reason.code === 'near_product')).toBe(
						true
					);
					if (match.learner !== null)
						expect(
							made.some(({ group: in_, learner }) => in_ === match.group && learner === match.learner)
						).toBe(true);
				}
			})
		);
	});

	test('the order in which they come changes nothing, and none is suggested twice', () => {
		fc.assert(
			fc.property(world, fc.nat(), ([all, some, made, now], turn) => {
				const turned = <T>(list: readonly T[]) => [...list.slice(turn % 7), ...list.slice(0, turn % 7)];
				const found = matches(all, some, made, now);
				const again = matches(turned(all), turned(some), made, now);
				expect(again).toEqual(found);
				const pairs = found.map(({ partner: p, group: g, about }) => `${p} ${g} ${about}`);
				expect(new Set(pairs).size).toBe(pairs.length);
			})
		);
	});

	test('more in stock never puts a match behind where it was', () => {
		fc.assert(
			fc.property(world, fc.nat(20), ([all, some, made, now], more) => {
				for (const before of matches(all, some, made, now)) {
					const filled = made.map((one) =>
						one.group === before.group ? { ...one, stock: one.stock + more } : one
					);
					const mine = all.filter(({ id }) => id === before.partner);
					const better = matches(mine, some, filled, now).find(
						({ group: g, about }) => g === before.group && about === before.about
					);
					expect(worth(better?.reasons)).toBeGreaterThanOrEqual(worth(before.reasons));
				}
			})
		);
	});

	test('who is nearer is never said to be farther', () => {
		fc.assert(
			fc.property(world, ([all, some, made, now]) => {
				const here = matches(
					all.map((one) => ({ ...one, province: '19', commune: '02191' })),
					some.map((one) => ({ ...one, province: '19', commune: '02191' })),
					made,
					now
				);
				expect(here.length).toBeGreaterThanOrEqual(matches(all, some, made, now).length);
				for (const { reasons } of here) expect(reasons.map(({ code }) => code)).toContain('same_commune');
			})
		);
	});
});

/** How far the stock goes, as the reasons tell it. */
function worth(reasons: readonly { code: string }[] = []): number {
	const order = ['to_order', 'other_unit', 'stock_part', 'stock_some', 'stock_enough'];
	return Math.max(...reasons.map(({ code }) => order.indexOf(code)));
}
