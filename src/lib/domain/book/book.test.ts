import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BookEntry, BookFact } from './entry';
import { ENDS, STEPS } from './entry';
import { foldBook, isLive, isPaid, nextStep, totalOf } from './fold-book';
import { MAX_TOTAL, moneyProblem, orderProblem, plus, tidyBuyer } from './limits';
import { linesOf, monthAfter, monthOf, monthsOf, pictureOfMonth, writtenAtMs } from './month';

const MONTHS = ['2026-10', '2026-11', '2027-01'];
const IDS = ['a', 'b', 'c'];
const NAME = { kind: 'honey' as const };
const order = (values: Partial<Extract<BookFact, { kind: 'order' }>> = {}): BookFact => ({
	...{ kind: 'order', month: '2026-11', product: null, name: NAME, count: 2, price: 100_000 },
	...{ buyer: '', voiceMs: null, taken: 2, ...values }
});
const step = (of: string, name: (typeof STEPS)[number] | (typeof ENDS)[number], done = true): BookFact => ({
	...{ kind: 'step', of, step: name, done, month: '2026-11', taken: 0 }
});
/** A book with these facts, the first at place 1; an order or amount is called by the letter of its place. */
const bookOf = (...facts: BookFact[]) =>
	facts.map((fact, index): BookEntry => ({
		...fact,
		id: 'abcdefghijkl'[index] ?? `x${index}`,
		n: index + 1,
		atMs: 1_795_000_000_000 + index
	}));
const first = (...facts: BookFact[]) => foldBook(bookOf(...facts)).orders[0]!;

describe('an order', () => {
	test('goes from written over packed and sent to paid', () => {
		expect(nextStep(first(order()))).toBe('packed');
		expect(nextStep(first(order(), step('a', 'packed')))).toBe('sent');
		expect(nextStep(first(order(), step('a', 'packed'), step('a', 'sent')))).toBe('paid');
		const done = first(order(), step('a', 'packed'), step('a', 'sent'), step('a', 'paid'));
		expect(nextStep(done)).toBeNull();
		expect(isPaid(done)).toBe(true);
	});
	test.each([
		['each step can be taken back', [step('a', 'packed'), step('a', 'packed', false)], 'packed'],
		['what was sent was packed', [step('a', 'sent')], 'paid'],
		['what is unpacked again is not on its way', [step('a', 'sent'), step('a', 'packed', false)], 'packed'],
		['money may come first', [step('a', 'paid')], 'packed'],
		['a step twice is one step', [step('a', 'packed'), step('a', 'packed')], 'sent']
	])('%s', (_, facts, next) => expect(nextStep(first(order(), ...facts))).toBe(next));
	test('that came back brings no money, and lets its goods go; taken back, it has both again', () => {
		const back = [order(), step('a', 'paid'), step('a', 'returned')];
		expect(isPaid(first(...back))).toBe(false);
		expect(first(...back).held).toBe(0);
		const again = first(...back, { ...step('a', 'returned', false), taken: 1 } as BookFact);
		expect([isPaid(again), again.held]).toEqual([true, 1]);
	});
	test('says what was said of it last, which is what she takes back', () => {
		const marks = (...facts: BookFact[]) => first(order(), ...facts).marks;
		expect(marks(step('a', 'paid'), step('a', 'packed'), step('a', 'paid'))).toEqual(['paid', 'packed']);
		expect(marks(step('a', 'sent'), step('a', 'packed', false))).toEqual([]);
		expect(marks(step('a', 'paid'), step('a', 'cancelled'), step('a', 'returned'))).toEqual([
			'paid',
			'returned'
		]);
	});
	test('that is struck out counts for nothing', () => {
		const struck: BookFact = { kind: 'struck', of: 'a', done: true, taken: 0 };
		const book = foldBook(bookOf(order(), step('a', 'paid'), struck));
		expect(linesOf(book)).toEqual([]);
		expect(pictureOfMonth(book, '2026-11')).toMatchObject({ in: 0, orders: 0 });
	});
	test('is not touched by what is said of another, or of one that is not there', () => {
		expect(first(order(), step('z', 'paid'))).toEqual(first(order()));
		expect(foldBook(bookOf(step('z', 'paid'))).orders).toEqual([]);
	});
});

const anyFact: fc.Arbitrary<BookFact> = fc.oneof(
	fc.record({
		kind: fc.constant('order' as const),
		month: fc.constantFrom(...MONTHS),
		product: fc.constant(null),
		name: fc.constant(NAME),
		count: fc.integer({ min: 1, max: 50 }),
		price: fc.integer({ min: 1_000, max: 500_000_000 }),
		buyer: fc.constant(''),
		voiceMs: fc.constant(null),
		taken: fc.integer({ min: 0, max: 50 })
	}),
	fc.record({
		kind: fc.constant('step' as const),
		month: fc.constantFrom(...MONTHS),
		of: fc.constantFrom(...IDS),
		step: fc.constantFrom(...STEPS, ...ENDS),
		done: fc.boolean(),
		taken: fc.integer({ min: 0, max: 50 })
	}),
	fc.record({
		kind: fc.constant('money' as const),
		month: fc.constantFrom(...MONTHS),
		way: fc.constantFrom('in' as const, 'out' as const),
		amount: fc.integer({ min: 1_000, max: 500_000_000 }),
		purpose: fc.constantFrom('other' as const, 'food' as const)
	}),
	fc.record({
		kind: fc.constant('struck' as const),
		of: fc.constantFrom(...IDS),
		done: fc.boolean(),
		taken: fc.integer({ min: 0, max: 50 })
	}),
	fc.record({
		kind: fc.constant('moved' as const),
		of: fc.constantFrom(...IDS),
		month: fc.constantFrom(...MONTHS)
	}),
	fc.record({ kind: fc.constant('sharing' as const), yes: fc.boolean(), agreed: fc.constant(1) })
);
const anyBook = fc.array(anyFact, { maxLength: 12 }).map((facts) => bookOf(...facts));

describe('whatever happens in a book', () => {
	test('it is the same in every order and however often an entry is read', () =>
		fc.assert(
			fc.property(
				anyBook.chain((book) =>
					fc.tuple(
						fc.constant(book),
						fc.shuffledSubarray(book, { minLength: book.length, maxLength: book.length })
					)
				),
				([book, shuffled]) => {
					expect(foldBook([...shuffled, ...book])).toEqual(foldBook(book));
				}
			)
		));

	test('each order is what its own lines say, read one by one', () =>
		fc.assert(
			fc.property(anyBook, (book) => {
				for (const found of foldBook(book).orders) {
					const after = book.filter((entry) => entry.n > found.n && 'of' in entry && entry.of === found.id);
					const steps = after.filter((entry) => entry.kind === 'step');
					const last = <T>(list: T[]) => list.at(-1);
					const packing = last(
						steps.filter((one) => one.step === 'packed' || (one.step === 'sent' && one.done))
					);
					const sending = last(
						steps.filter((one) => one.step === 'sent' || (one.step === 'packed' && !one.done))
					);
					expect(found.packed).toBe(packing?.done ?? false);
					expect(found.sent).toBe(sending?.step === 'sent' && sending.done);
					expect(found.paid !== null).toBe(last(steps.filter((one) => one.step === 'paid'))?.done ?? false);
					const end = last(steps.filter(({ step, done }) => done && ENDS.some((one) => one === step)));
					const isUndone = steps.some((one) => end && one.n > end.n && one.step === end.step && !one.done);
					expect(found.ended).toBe(end && !isUndone ? end.step : null);
					expect(found.struck).toBe(last(after.filter((one) => one.kind === 'struck'))?.done ?? false);
				}
			})
		));

	test('a month is the sum of its lines, counted without any order or table', () =>
		fc.assert(
			fc.property(anyBook, fc.constantFrom(...MONTHS), (entries, month) => {
				const book = foldBook(entries);
				let [came, went] = [0, 0];
				for (const one of book.money)
					if (!one.struck && one.month === month) {
						if (one.way === 'in') came += one.amount;
						else went += one.amount;
					}
				for (const one of book.orders)
					if (!one.struck && !one.ended && one.paid?.month === month) came += one.count * one.price;
				const picture = pictureOfMonth(book, month);
				expect([picture.in, picture.out, picture.left]).toEqual([came, went, came - went]);
				expect(picture.parts.reduce((sum, part) => sum + part.sum, 0)).toBe(came + went);
			})
		));

	test('the months together are all that came and went', () =>
		fc.assert(
			fc.property(anyBook, (entries) => {
				const book = foldBook(entries);
				const months = monthsOf(book, '2026-11').map((month) => pictureOfMonth(book, month));
				const all = linesOf(book).reduce(
					(sum, { way, amount }) => sum + (way === 'in' ? amount : -amount),
					0
				);
				expect(months.reduce((sum, { left }) => sum + left, 0)).toBe(all);
			})
		));

	test('what holds goods is live, and never holds more than was taken for it', () =>
		fc.assert(
			fc.property(anyBook, (entries) => {
				for (const found of foldBook(entries).orders) if (!isLive(found)) expect(found.held).toBe(0);
			})
		));
});

describe('what cannot be written', () => {
	test.each([
		[0, 'low'],
		[999, 'low'],
		[1_000, null],
		[500_000_000, null],
		[10_000_000_000, 'high'],
		[1.5, 'whole'],
		[Number.NaN, 'whole'],
		['5000', 'whole']
	])('%s đồng: %s', (amount, problem) => expect(moneyProblem(amount)).toBe(problem));
	test.each([
		[{ count: 1, price: 0 }, 'low'],
		[{ count: 0, price: 1_000 }, 'count'],
		[{ count: 2.5, price: 1_000 }, 'count'],
		[{ count: 10_001, price: 1_000 }, 'count'],
		[{ count: 1, price: 10_000_000_000 }, 'high'],
		[{ count: 20, price: 500_000_000 }, 'high'],
		[{ count: 19, price: 500_000_000 }, null],
		[{ count: 10_000, price: 900_000 }, null]
	])('%o: %s', (values, problem) => expect(orderProblem(values)).toBe(problem));
	test('no sum is more than what is counted exactly', () => {
		expect(plus(Number.MAX_SAFE_INTEGER, MAX_TOTAL)).toBe(Number.MAX_SAFE_INTEGER);
		expect(totalOf({ count: 19, price: 500_000_000 })).toBeLessThanOrEqual(MAX_TOTAL);
	});
	test('a name is one line, and not too long', () => {
		expect(tidyBuyer(' Chị\n Hoa\u202e \t ')).toBe('Chị Hoa');
		expect([...tidyBuyer('ơ'.repeat(99))]).toHaveLength(40);
	});
});

describe('months', () => {
	test('begin at midnight in Vietnam', () => {
		expect(monthOf(Date.UTC(2026, 9, 31, 16, 59))).toBe('2026-10');
		expect(monthOf(Date.UTC(2026, 9, 31, 17))).toBe('2026-11');
	});
	test('go over the turn of the year in both directions', () =>
		fc.assert(
			fc.property(fc.integer({ min: -200, max: 200 }), (by) => {
				expect(monthAfter(monthAfter('2026-11', by), -by)).toBe('2026-11');
				expect(monthAfter('2026-11', 2)).toBe('2027-01');
			})
		));
	test('a clock that was never set writes where the last thing was written', () => {
		expect(writtenAtMs(5, { lastAtMs: 1_795_000_000_000 })).toBe(1_795_000_000_000);
		expect(monthOf(writtenAtMs(5, { lastAtMs: 0 }))).toBe('2025-01');
		expect(writtenAtMs(1_795_000_000_001, { lastAtMs: 0 })).toBe(1_795_000_000_001);
	});
	test('a clock that jumped by centuries makes no endless list, and no month that is none', () => {
		const far = bookOf(order({ month: '2099-12' }), order({ month: '12026-1' }));
		expect(monthsOf(foldBook(far), '2026-11')).toHaveLength(12 * 73 + 2);
	});
});
