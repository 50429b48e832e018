import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '$lib/domain/course';
import type { Event } from '$lib/domain/event';
import { knownOf, type KnownRow } from '$lib/domain/known';
import { isLeftOut } from '$lib/domain/review-pilot';
import { reachOf } from '$lib/server/reach';
import { learnedIn } from '$lib/server/repositories/known';
import { house } from './house';
import { asStaff, newStaff, newVillage, signedIn, type Village } from './people';
import { answered, completed, Phone } from './phone';

const DAY_MS = 24 * 3600_000;
const LESSONS = ['nut-va-man-hinh', 'goi-va-nghe'];

const reachOfTrainer = (village: Village) => reachOf(asStaff(village.trainer))!;
const inOrder = (rows: KnownRow[]) =>
	rows
		.map(({ lesson, question, after, isLeftOut, women, right }) =>
			[lesson, question, after, isLeftOut, women, right].join(' ')
		)
		.sort();

/** What a woman did, by the days ago on which she did it. */
type Done = { lesson: string; daysAgo: number; question?: number; right?: boolean };
function written(phone: Phone, done: readonly Done[], now: number): Event[] {
	return done.map(({ lesson, daysAgo, question, right }) => {
		const [event] =
			question === undefined
				? phone.events(completed(lesson))
				: phone.events({ kind: 'review.answered', data: { lesson, question, right: right === true } });
		return { ...event, at: now - daysAgo * DAY_MS } as Event;
	});
}

/** The rule as one would say it. */
function naive(women: { id: string; done: readonly Done[] }[]): KnownRow[] {
	const rows: KnownRow[] = [];
	for (const { id, done } of women)
		for (const lesson of LESSONS)
			for (const question of [1, 2, 3])
				for (const after of [30, 60] as const) {
					const lessons = done.filter((one) => one.lesson === lesson);
					const doneAgo = Math.max(...lessons.filter((one) => !one.question).map((one) => one.daysAgo));
					const inside = lessons
						.filter((one) => one.question === question)
						.filter(({ daysAgo }) => {
							const days = doneAgo - daysAgo;
							return after === 60 ? days >= 60 : days >= 30 && days < 60;
						})
						.sort((a, b) => b.daysAgo - a.daysAgo);
					if (inside[0] === undefined || !Number.isFinite(doneAgo)) continue;
					const half = isLeftOut(id, { lesson, question });
					const same = rows.find(
						(row) =>
							row.lesson === lesson &&
							row.question === question &&
							row.after === after &&
							row.isLeftOut === half
					);
					const right = inside[0].right ? 1 : 0;
					if (same) Object.assign(same, { women: same.women + 1, right: same.right + right });
					else rows.push({ lesson, question, after, isLeftOut: half, women: 1, right });
				}
	return rows;
}

describe('what is still known', () => {
	let village: Village;
	let women: { id: string; done: Done[] }[];
	beforeAll(async () => {
		village = await newVillage(6);
		const now = Date.now();
		let seed = 7;
		const random = (n: number) => (seed = (seed * 48271) % 2147483647) % n;
		women = [];
		for (const woman of village.women) {
			const done: Done[] = [];
			for (const lesson of LESSONS) {
				if (random(5) > 0) done.push({ lesson, daysAgo: 40 + random(60) + 0.1 });
				// No two at one moment: which of them was first could not be said.
				for (let n = 0; n < 12; n++)
					done.push({
						...{ lesson, question: 1 + random(3), right: random(2) === 0 },
						daysAgo: random(90) + (n + 1) / 32
					});
			}
			const [one, two] = [await new Phone().join(woman), await new Phone().join(woman)];
			const first = done.filter((_, index) => index % 2 === 0);
			// Reviews may be told before the lesson they belong to, by another phone, and twice.
			const late = written(two, done.filter((_, index) => index % 2 === 1).reverse(), now);
			await two.sync(late);
			await two.sync(late);
			await one.sync(written(one, first, now));
			women.push({ id: woman.id, done });
		}
	});

	test('is the naive count, in whatever order events came', async () => {
		const rows = (await learnedIn(reachOfTrainer(village), village.group.id)).known;
		expect(rows.length).toBeGreaterThan(5);
		expect(inOrder(rows)).toEqual(inOrder(naive(women)));
		expect(inOrder((await learnedIn(reachOfTrainer(village), '')).known)).toEqual(inOrder(rows));
	});

	test('stands on the page with the question in words; what she answered in the lesson is not counted', async () => {
		const phone = await new Phone().join(village.women[0]!);
		await phone.sync(phone.events(answered(1, false)));
		const { all } = knownOf(naive(women));
		const browser = await signedIn(village.trainer.email);
		const html = await (await browser.fetch(`/trainer/known?group=${village.group.id}`)).text();
		expect(html).toContain(`${all[30].right} / ${all[30].asked}`);
		expect(html).toContain(`${all[60].right} / ${all[60].asked}`);
		expect(html).not.toContain('?/pilot');
	});

	test('is told to nobody else', async () => {
		const other = await newVillage(1);
		expect(await learnedIn(reachOfTrainer(other), village.group.id)).toEqual({ known: [], checks: [] });
		const browser = await signedIn(other.trainer.email);
		expect((await browser.fetch(`/trainer/known?group=${village.group.id}`)).status).toBe(404);
	});
});

describe('what is answered before and after a course', () => {
	test('is counted once for each question, by the first answer, without the one to get used to it', async () => {
		const village = await newVillage(2);
		const [mai, hoa] = village.women;
		const [one, two] = [await new Phone().join(mai!), await new Phone().join(mai!)];
		const answers = (
			phone: Phone,
			time: 'before' | 'after',
			right: Record<number, boolean>,
			at = Date.now()
		) =>
			phone
				.events(
					...Object.entries(right).map(([question, isRight]) => ({
						kind: 'check.answered' as const,
						data: { course: 'dien-thoai', time, question: Number(question), right: isRight }
					}))
				)
				.map((event) => ({ ...event, at }));
		const now = Date.now();
		const before = answers(one, 'before', { 1: true, 2: false, 3: true, 4: false }, now - 9 * DAY_MS);
		await one.sync(before);
		await one.sync(before);
		await two.sync(answers(two, 'before', { 2: true }, now - 8 * DAY_MS));
		await two.sync(answers(two, 'after', { 1: false, 5: true, 6: true, 7: true }, now));
		await (await new Phone().join(hoa!)).sync([]);
		const { checks } = await learnedIn(reachOfTrainer(village), village.group.id);
		const hers = { learner: mai!.id, course: 'dien-thoai' };
		expect(checks.toSorted((a, b) => (a.time < b.time ? 1 : -1))).toEqual([
			{ ...hers, time: 'before', asked: 3, right: 1 },
			{ ...hers, time: 'after', asked: 3, right: 3 }
		]);
		const browser = await signedIn(village.trainer.email);
		const html = await (await browser.fetch(`/trainer/known?group=${village.group.id}`)).text();
		expect(html).toContain('1 / 3');
		expect(html).toContain('3 / 3');
	});

	test('that is no such thing is refused by its id and holds up nothing', async () => {
		const village = await newVillage(1);
		const phone = await new Phone().join(village.women[0]!);
		const [good, bad] = phone.events(
			{ kind: 'check.ended', data: { course: 'dien-thoai', time: 'before' } },
			{
				kind: 'check.answered',
				data: { course: 'dien-thoai', time: 'never' as never, question: 2, right: true }
			}
		);
		const { rejected, watermark } = await phone.sync([good, bad]);
		expect(rejected).toMatchObject([{ id: bad!.id }]);
		expect(watermark).toBe(2);
	});
});

describe('the trial of reviews', () => {
	const pilots = async () =>
		((await (await fetch(`${house.origin}/api/catalog`)).json()) as Catalog).pilots ?? [];

	test('is begun and ended by a manager of everything, once or twice, and phones are told', async () => {
		const manager = await signedIn((await newStaff('manager')).email);
		for (const _ of [1, 2])
			expect((await manager.submit('/trainer/known?/pilot', { run: 'begin' })).status).toBe(303);
		expect(await pilots()).toEqual(['review']);
		expect(await (await manager.fetch('/trainer/known')).text()).toContain('value="end"');
		expect((await manager.submit('/trainer/known?/pilot', { run: 'maybe' })).status).toBe(400);
		await manager.submit('/trainer/known?/pilot', { run: 'end' });
		expect(await pilots()).toEqual([]);
	});

	test('not by a trainer, nor by a manager of one province', async () => {
		const village = await newVillage(1);
		const provincial = await newStaff('manager', ['14']);
		for (const { email } of [village.trainer, provincial]) {
			const browser = await signedIn(email);
			expect((await browser.submit('/trainer/known?/pilot', { run: 'begin' })).status).toBe(403);
		}
		expect(await pilots()).toEqual([]);
	});
});
