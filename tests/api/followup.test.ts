import { beforeAll, describe, expect, test } from 'vitest';
import type { Event, Happening } from '$lib/domain/event';
import { FOLLOWUP_ANSWERS, FOLLOWUP_QUESTIONS, type FollowUpQuestion } from '$lib/domain/followup';
import { keepMeetings } from '$lib/server/repositories/meetings';
import { followUpsOf } from '$lib/server/repositories/followups';
import { currentCatalog } from '$lib/server/repositories/catalog';
import type { Browser } from './browser';
import { newVillage, signedIn, type Village } from './people';
import { newId, Phone } from './phone';
import { press } from './press';

const DAY_MS = 24 * 3600_000;
const COURSE = 'dien-thoai';
const said = (question: FollowUpQuestion, answer: string, days: 30 | 90 = 30): Happening =>
	({ kind: 'followup.answered', data: { course: COURSE, days, question, answer } }) as Happening;
const ended = (days: 30 | 90 = 30): Happening => ({ kind: 'followup.ended', data: { course: COURSE, days } });
const done: Happening = { kind: 'course.completed', data: { course: COURSE } };
const at = (events: Event[], daysAgo: number): Event[] =>
	events.map((event, index) => ({ ...event, at: Date.now() - daysAgo * DAY_MS + index }));

describe('what is answered on a phone after a course', () => {
	let village: Village;
	beforeAll(async () => {
		village = await newVillage(6);
	});

	test('counts once for each question, the last answer of it, however often and in whatever order it comes', async () => {
		const [woman] = village.women;
		const phone = await new Phone().join(woman!);
		const first = phone.events(done, said('sells-online', 'no'), said('refused-trick', 'yes'));
		const later = phone.events(said('sells-online', 'not-yet'), ended());
		await phone.sync(at(later, 1));
		await phone.sync(at(later, 1));
		const { watermark } = await phone.sync(at(first, 1));
		expect(watermark).toBe(5);
		const [round, ...others] = await followUpsOf(woman!.id);
		expect(others).toEqual([]);
		expect(round).toMatchObject({
			course: COURSE,
			days: 30,
			answers: { 'sells-online': 'not-yet', 'refused-trick': 'yes' },
			hasEnded: true,
			askedBy: ''
		});
	});

	test('on one phone the last is the one with the higher number, whatever its clock said', async () => {
		const woman = village.women[1]!;
		const phone = await new Phone().join(woman);
		const [one, two] = phone.events(said('paid-by-phone', 'no'), said('paid-by-phone', 'yes'));
		await phone.sync([...at([one!], 1), ...at([two!], 9)]);
		expect((await followUpsOf(woman.id))[0]?.answers).toEqual({ 'paid-by-phone': 'yes' });
	});

	test('that is no such thing is refused by its id, holds up nothing and is told to nobody', async () => {
		const woman = village.women[2]!;
		const phone = await new Phone().join(woman);
		const events = phone.events(
			said('sells-online', 'herself'),
			said('income' as FollowUpQuestion, 'yes'),
			{
				kind: 'followup.answered',
				data: { course: COURSE, days: 31 as 30, question: 'sells-online', answer: 'yes' }
			},
			said('sells-online', 'x'.repeat(100_000)),
			said('sells-online', 'yes')
		);
		const { rejected, watermark } = await phone.sync(events);
		expect(rejected.map(({ id }) => id)).toEqual(events.slice(0, 4).map(({ id }) => id));
		expect(watermark).toBe(5);
		expect((await followUpsOf(woman.id))[0]?.answers).toEqual({ 'sells-online': 'yes' });
	});

	test("of a course that she never took, or that nobody teaches, is kept and does no harm; another phone's is refused", async () => {
		const [, , , woman, other] = village.women;
		const phone = await new Phone().join(woman!);
		const stranger = await new Phone().join(other!);
		const unknown = { ...said('sells-online', 'yes').data, course: 'khong-co' };
		const events = phone.events({ kind: 'followup.answered', data: unknown } as Happening);
		expect((await phone.sync(events)).rejected).toEqual([]);
		expect((await stranger.sync(events)).rejected).toMatchObject([{ reason: 'wrong_device' }]);
		const browser = await signedIn(village.trainer.email);
		const html = await (await browser.fetch(`/trainer/women/${woman!.id}`)).text();
		expect(html).toContain('khong-co: sau 30 ngày');
		expect(await followUpsOf(other!.id)).toEqual([]);
	});

	test('is read on her page by her trainer, in words, and by no other', async () => {
		const woman = village.women[5]!;
		const phone = await new Phone().join(woman);
		await phone.sync(
			at(phone.events(done, said('who-does-it', 'together'), said('outside-buyers', 'unsure')), 1)
		);
		const browser = await signedIn(village.trainer.email);
		const html = await (await browser.fetch(`/trainer/women/${woman.id}`)).text();
		expect(html).toContain('Làm cùng người khác');
		expect(html).toContain('Không rõ, hoặc không muốn nói');
		const elsewhere = await signedIn((await newVillage(1)).trainer.email);
		expect((await elsewhere.fetch(`/trainer/women/${woman.id}`)).status).toBe(403);
	});
});

describe('what a woman tells who visits her', () => {
	let village: Village;
	let trainer: Browser;
	const page = (n: number) => `/trainer/women/${village.women[n]!.id}`;
	const tell = (n: number, values: Record<string, string>, browser = trainer) =>
		press(browser, `${page(n)}?/tellFollowUp`, { course: COURSE, days: '30', ...values });
	const answersOf = async (n: number) => (await followUpsOf(village.women[n]!.id))[0]?.answers ?? {};
	/** She finished the course on her phone so many days ago. */
	async function finished(n: number, daysAgo: number): Promise<Phone> {
		const phone = await new Phone().join(village.women[n]!);
		await phone.sync(at(phone.events(done), daysAgo));
		return phone;
	}
	beforeAll(async () => {
		village = await newVillage(7);
		trainer = await signedIn(village.trainer.email);
	});

	test('is kept while the round stands open; twice is as once, and another answer takes its place', async () => {
		await finished(0, 35);
		expect(await (await trainer.fetch(page(0))).text()).toContain('?/tellFollowUp');
		for (const _ of [1, 2]) expect((await tell(0, { 'sells-online': 'yes' })).type).toBe('success');
		expect(await answersOf(0)).toEqual({ 'sells-online': 'yes' });
		await tell(0, { 'sells-online': 'no', 'paid-by-phone': 'unsure' });
		expect(await answersOf(0)).toEqual({ 'sells-online': 'no', 'paid-by-phone': 'unsure' });
		const [round] = await followUpsOf(village.women[0]!.id);
		expect(round).toMatchObject({ askedBy: 'Cô trainer', own: [], hasEnded: false });
		const html = await (await trainer.fetch(page(0))).text();
		expect(html).toContain('kể với Cô trainer');
	});

	test.each([
		{ what: 'too early', daysAgo: 29, values: {} },
		{ what: 'too late', daysAgo: 60, values: {} },
		{ what: 'of the other time', daysAgo: 35, values: { days: '90' } },
		{ what: 'of no time', daysAgo: 35, values: { days: 'x' } },
		{ what: 'of a course that is not hers', daysAgo: 35, values: { course: 'thanh-toan' } },
		{ what: 'of no course', daysAgo: 35, values: { course: '' } }
	])('$what is refused, and nothing is kept', async ({ daysAgo, values }) => {
		const one = await newVillage(1);
		const phone = await new Phone().join(one.women[0]!);
		await phone.sync(at(phone.events(done), daysAgo));
		const browser = await signedIn(one.trainer.email);
		const path = `/trainer/women/${one.women[0]!.id}?/tellFollowUp`;
		const form = { course: COURSE, days: '30', 'sells-online': 'yes', ...values };
		expect(await press(browser, path, form)).toMatchObject({ type: 'failure', status: 409 });
		expect(await followUpsOf(one.women[0]!.id)).toEqual([]);
	});

	test.each<{ what: string; values: Record<string, string> }>([
		{ what: 'no answer', values: {} },
		{ what: 'the answer to another question', values: { 'sells-online': 'herself' } },
		{ what: 'words', values: { 'sells-online': 'Có ạ' } },
		{ what: 'far too much', values: { 'sells-online': 'x'.repeat(200_000) } }
	])('$what is refused', async ({ values }) => {
		const phone = await finished(1, 35);
		expect((await tell(1, values)).type).toBe('failure');
		expect(await answersOf(1)).toEqual({});
		await phone.sync([]);
	});

	test('never stands over what she said herself, before or after', async () => {
		const phone = await finished(2, 35);
		await tell(2, { 'sells-online': 'yes', 'refused-trick': 'yes' });
		await phone.sync(phone.events(said('sells-online', 'no')));
		await tell(2, { 'sells-online': 'yes' });
		expect(await answersOf(2)).toEqual({ 'sells-online': 'no', 'refused-trick': 'yes' });
	});

	test('is not asked when she has answered or skipped it on her phone', async () => {
		const phone = await finished(3, 35);
		await phone.sync(phone.events(ended()));
		expect(await (await trainer.fetch(page(3))).text()).not.toContain('?/tellFollowUp');
		expect((await tell(3, { 'sells-online': 'yes' })).status).toBe(409);
		const other = await finished(4, 35);
		await other.sync(
			other.events(...FOLLOWUP_QUESTIONS.map((question) => said(question, FOLLOWUP_ANSWERS[question][0])))
		);
		expect((await tell(4, { 'sells-online': 'no' })).status).toBe(409);
	});

	test('is asked of a woman without a phone, 30 days after she heard the last lesson in her group', async () => {
		const course = (await currentCatalog()).courses.find(({ slug }) => slug === COURSE)!;
		const lessons = course.modules.flatMap((module) => module.lessons.map(({ slug }) => slug));
		const her = village.women[5]!;
		const heard = (lesson: string) => ({
			id: newId(),
			at: Date.now() - 35 * DAY_MS,
			kind: 'lesson.heard_together' as const,
			data: { group: village.group.id, present: [her.id], newcomers: [], lesson, here: 1, hands: [] }
		});
		await keepMeetings(village.trainer.id, lessons.slice(1).map(heard));
		expect((await tell(5, { 'sells-online': 'yes' })).status).toBe(409);
		await keepMeetings(village.trainer.id, lessons.slice(0, 1).map(heard));
		expect((await tell(5, { 'sells-online': 'yes' })).type).toBe('success');
		expect(await answersOf(5)).toEqual({ 'sells-online': 'yes' });
	});

	test("is nothing that another village's trainer may write", async () => {
		await finished(6, 35);
		const other = await signedIn((await newVillage(1)).trainer.email);
		expect((await tell(6, { 'sells-online': 'yes' }, other)).http).toBe(403);
		expect(await answersOf(6)).toEqual({});
	});
});
