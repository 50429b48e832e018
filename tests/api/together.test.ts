import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Happening } from '$lib/domain/event';
import type { HeardTogether, Newcomer } from '$lib/domain/together';
import { addLearners, issueCard, learnersOfGroup } from '$lib/server/repositories/learners';
import { checkNewcomer, heardInGroup, meetingsOfGroup } from '$lib/server/repositories/meetings';
import { progressOf } from '$lib/server/repositories/progress';
import type { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { newId, Phone } from './phone';

const ID = '0123456789abcdefghijklmnopqrstuvwxyz';
const newPersonId = () => [...randomBytes(15)].map((byte) => ID[byte % 36]).join('');
const LESSON = 'nut-va-man-hinh';

const heardBy = (village: Village, rest: Partial<HeardTogether> = {}): HeardTogether => ({
	group: village.group.id,
	lesson: LESSON,
	present: village.women.map(({ id }) => id),
	newcomers: [],
	here: village.women.length,
	hands: [{ question: 1, counts: [{ option: 1, n: 2 }] }],
	...rest
});
const told = (data: HeardTogether, at = Date.now()) => ({
	id: newId(),
	at,
	kind: 'lesson.heard_together' as const,
	data
});
const happened = (data: HeardTogether): Happening => ({ kind: 'lesson.heard_together', data });
const newWoman = (name = 'Chị Mới'): Newcomer => ({ id: newPersonId(), name, picture: 'fish' });

type Answer = { taken: string[]; rejected: { id: string; reason: string }[] };
async function tell(browser: Browser, events: unknown[]): Promise<Answer> {
	const response = await browser.post('/api/meetings', { events });
	if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
	return (await response.json()) as Answer;
}
const timesOf = async (learner: string, lesson = LESSON) =>
	(await heardInGroup(learner)).find((heard) => heard.lesson === lesson)?.times ?? 0;

describe("what a trainer's phone tells", () => {
	let village: Village;
	let trainer: Browser;
	beforeAll(async () => {
		village = await newVillage(3);
		trainer = await signedIn(village.trainer.email);
	});

	test('stands in the history of each woman who was there, once, and is nobody’s answer', async () => {
		const [mai, lan, hoa] = village.women.map(({ id }) => id) as [string, string, string];
		const event = told(heardBy(village, { present: [mai, lan], here: 2 }), Date.now() - 5000);
		expect(await tell(trainer, [event])).toMatchObject({ taken: [event.id], rejected: [] });
		expect(await tell(trainer, [event, event])).toMatchObject({ rejected: [] });
		expect(await heardInGroup(mai)).toEqual([
			{ lesson: LESSON, times: 1, firstAtMs: event.at, lastAtMs: event.at }
		]);
		expect(await heardInGroup(hoa)).toEqual([]);
		expect(await progressOf(mai)).toEqual({ lessons: {}, courses: {} });
		const { meetings } = await meetingsOfGroup(village.group.id);
		expect(meetings.find(({ id }) => id === event.id)).toMatchObject({
			...{ lesson: LESSON, atMs: event.at, teller: 'Cô trainer', tellerKind: 'staff', here: 2, note: '' },
			hands: event.data.hands
		});
		expect(meetings.find(({ id }) => id === event.id)?.present.sort()).toEqual([mai, lan].sort());
	});

	test('women of other groups are not written into it', async () => {
		const other = await newVillage(1);
		const stranger = other.women[0]!.id;
		const event = told(heardBy(village, { present: [stranger, newPersonId(), village.women[0]!.id] }));
		await tell(trainer, [event]);
		expect(await heardInGroup(stranger)).toEqual([]);
		const { meetings } = await meetingsOfGroup(village.group.id);
		expect(meetings.find(({ id }) => id === event.id)?.present).toEqual([village.women[0]!.id]);
	});

	test('a group that is not hers is refused by name and holds up no other', async () => {
		const other = await newVillage(1);
		const foreign = told(heardBy(other));
		const gone = told(heardBy(village, { group: newPersonId() }));
		const own = told(heardBy(village));
		const broken = { ...told(heardBy(village)), data: { ...heardBy(village), here: -1 } };
		const nobodys = told(heardBy(village, { group: null }));
		expect(await tell(trainer, [foreign, broken, gone, own, nobodys, 7])).toMatchObject({
			taken: [own.id],
			rejected: expect.arrayContaining([
				{ id: foreign.id, reason: 'forbidden' },
				{ id: gone.id, reason: 'forbidden' },
				{ id: broken.id, reason: 'malformed' },
				{ id: nobodys.id, reason: 'malformed' },
				{ id: '', reason: 'malformed' }
			]) as unknown
		});
		expect(await heardInGroup(other.women[0]!.id)).toEqual([]);
	});

	test('a manager may, who looks after every group; an expert may not', async () => {
		const manager = await signedIn(house.manager.email, house.manager.password);
		const event = told(heardBy(village));
		expect(await tell(manager, [event])).toMatchObject({ taken: [event.id] });
		const expert = await signedIn((await newStaff('expert')).email);
		expect((await expert.post('/api/meetings', { events: [event] })).status).toBe(403);
		const phone = await new Phone().join(village.women[0]!);
		expect((await phone.browser.post('/api/meetings', { events: [event] })).status).toBe(401);
	});

	test.each([
		{ what: 'no list', body: {}, status: 400 },
		{ what: 'too many', body: { events: Array.from({ length: 51 }, () => ({})) }, status: 400 },
		{ what: 'too long', body: { events: [{ x: 'x'.repeat(600 * 1024) }] }, status: 413 },
		{ what: 'no JSON at all', body: undefined, status: 400 }
	])('$what: $status', async ({ body, status }) => {
		expect((await trainer.post('/api/meetings', body)).status).toBe(status);
	});

	test('a thousand present in one event, and no more', async () => {
		const large = await newVillage(1);
		const names = Array.from({ length: 999 }, (_, n) => ({ name: `Chị ${n}`, picture: 'bee' }));
		const women = await addLearners(large.group.id, names, large.trainer.id);
		const present = [large.women[0]!.id, ...women.map(({ id }) => id)];
		const browser = await signedIn(large.trainer.email);
		const event = told(heardBy(large, { present, here: 1000 }));
		const started = performance.now();
		expect(await tell(browser, [event])).toMatchObject({ taken: [event.id] });
		console.log(`a meeting of 1,000: ${Math.round(performance.now() - started)} ms`);
		expect((await meetingsOfGroup(large.group.id)).meetings[0]?.present).toHaveLength(1000);
		const over = told(heardBy(large, { present: [...present, newPersonId()] }));
		expect(await tell(browser, [over])).toMatchObject({ rejected: [{ id: over.id, reason: 'malformed' }] });
	});

	test('late, from a clock that is wrong by years, it is listed under when it came', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const [past, future] = [told(heardBy(own), 5), told(heardBy(own), Date.now() + 9e11)];
		expect((await tell(browser, [future, past])).taken).toHaveLength(2);
		const { meetings } = await meetingsOfGroup(own.group.id);
		expect(meetings.map(({ id }) => id)).toEqual([future.id, past.id]);
		expect(meetings[0]!.atMs).toBe(meetings[0]!.receivedAtMs);
	});

	test('a meeting without a lesson has a note, and stands in no lesson', async () => {
		const own = await newVillage(2);
		const browser = await signedIn(own.trainer.email);
		const data = {
			...{ group: own.group.id, present: own.women.map(({ id }) => id), newcomers: [], here: 4 },
			note: '  Bàn chuyện chợ phiên  '
		};
		await tell(browser, [{ id: newId(), at: Date.now(), kind: 'meeting.held', data }]);
		const { meetings } = await meetingsOfGroup(own.group.id);
		expect(meetings).toMatchObject([{ lesson: '', note: 'Bàn chuyện chợ phiên', here: 4 }]);
		expect(await heardInGroup(own.women[0]!.id)).toMatchObject([{ lesson: '', times: 1 }]);
	});
});

describe('rosters', () => {
	test('are the groups that are hers, by name and picture and nothing else', async () => {
		const [village, other] = [await newVillage(2), await newVillage(1)];
		const trainer = await signedIn(village.trainer.email);
		const event = told(heardBy(village));
		await tell(trainer, [event]);
		const response = await trainer.fetch(`/api/groups/rosters?group=${other.group.id}&group=x`);
		expect(response.headers.get('cache-control')).toContain('no-store');
		expect(await response.json()).toEqual({
			staff: { id: village.trainer.id, name: village.trainer.name },
			since: expect.any(Number) as number,
			told: [event.id],
			groups: [
				{
					...{ id: village.group.id, name: village.group.name },
					women: expect.arrayContaining(
						village.women.map(({ id, name, picture }) => [id, name, picture])
					) as unknown
				}
			]
		});
	});
	test('a manager gets the group that she asks for, and not all of a province', async () => {
		const village = await newVillage(1);
		const manager = await signedIn(house.manager.email, house.manager.password);
		const ids = async (query: string) =>
			(
				(await (await manager.fetch(`/api/groups/rosters${query}`)).json()) as { groups: { id: string }[] }
			).groups.map(({ id }) => id);
		expect(await ids('')).not.toContain(village.group.id);
		expect(await ids(`?group=${village.group.id}`)).toEqual([village.group.id]);
	});
	test("a woman's phone knows her own groups' women by what they are called, once, and again when it changes", async () => {
		const village = await newVillage(2);
		const phone = await new Phone().join(village.women[0]!);
		expect((await phone.sync()).changes).not.toHaveProperty('together');
		const first = (await phone.sync([], { together: '' })).changes.together!;
		expect(first.groups).toMatchObject([{ id: village.group.id, name: village.group.name }]);
		expect(first.groups[0]!.women.map(([, name]) => name).sort()).toEqual(['1', '2']);
		expect(JSON.stringify(first)).not.toContain('Lò Thị');
		expect(first.heard).toEqual([]);
		const { digest } = first;
		expect((await phone.sync([], { together: digest })).changes).not.toHaveProperty('together');
		await addLearners(village.group.id, [{ name: 'Chị Sau', picture: 'fish' }], village.trainer.id);
		const second = (await phone.sync([], { together: digest })).changes.together!;
		expect(second.groups[0]!.women).toHaveLength(3);
		const trainer = await signedIn(village.trainer.email);
		await tell(trainer, [told(heardBy(village))]);
		expect((await phone.sync([], { together: second.digest })).changes.together?.heard).toEqual([LESSON]);
		expect((await phone.send([], { together: 'x'.repeat(65) })).status).toBe(400);
	});
});

describe('women without a phone', () => {
	test('are learners once the event is told, and their history is theirs when they join with a card', async () => {
		const village = await newVillage(1);
		const trainer = await signedIn(village.trainer.email);
		const woman = newWoman('Giàng Thị Sua');
		const event = told(heardBy(village, { present: [woman.id], newcomers: [woman], here: 1 }));
		await tell(trainer, [event]);
		await tell(trainer, [event]);
		const added = (await learnersOfGroup(village.group.id)).filter(({ name }) => name === woman.name);
		expect(added).toMatchObject([{ id: woman.id, picture: 'fish', cardIssuedAtMs: null }]);
		expect(await timesOf(woman.id)).toBe(1);
		const phone = await new Phone().join({ card: await issueCard(woman.id) });
		expect((await phone.sync([], { together: '' })).changes.together?.heard).toEqual([LESSON]);
		expect((await phone.sync()).changes.learner).toMatchObject({ id: woman.id, name: woman.name });
	});

	test('the events that name her may come in the wrong order, and more than one may bring her', async () => {
		const village = await newVillage(1);
		const trainer = await signedIn(village.trainer.email);
		const woman = newWoman();
		const first = told(heardBy(village, { present: [woman.id], newcomers: [woman] }));
		const second = told(heardBy(village, { present: [woman.id] }));
		const third = told(
			heardBy(village, { present: [woman.id], newcomers: [{ ...woman, name: 'Tên khác' }] })
		);
		await tell(trainer, [second]);
		expect(await timesOf(woman.id)).toBe(0);
		await tell(trainer, [first]);
		await tell(trainer, [third]);
		expect(await timesOf(woman.id)).toBe(3);
	});

	test('nobody becomes a newcomer who is somebody already', async () => {
		const [village, other] = [await newVillage(1), await newVillage(1)];
		const trainer = await signedIn(village.trainer.email);
		const taken = { ...newWoman('Kẻ lạ'), id: other.women[0]!.id };
		await tell(trainer, [told(heardBy(village, { present: [taken.id], newcomers: [taken] }))]);
		expect(await heardInGroup(taken.id)).toEqual([]);
		expect((await learnersOfGroup(other.group.id))[0]).toMatchObject({ name: other.women[0]!.name });
		expect((await learnersOfGroup(village.group.id)).map(({ id }) => id)).toEqual([village.women[0]!.id]);
	});

	test('one that two phones made is listed, and becomes the other with all that she heard', async () => {
		const village = await newVillage(1);
		const trainer = await signedIn(village.trainer.email);
		const [one, two] = [newWoman('Sùng Thị Dế'), newWoman('Sùng Thị Dế')];
		const bring = (woman: Newcomer, rest: Partial<HeardTogether> = {}) =>
			told(heardBy(village, { present: [woman.id], newcomers: [woman], ...rest }));
		await tell(trainer, [bring(one), bring(two, { lesson: 'goi-va-nghe' })]);
		const listed = async () =>
			(await meetingsOfGroup(village.group.id)).newcomers.map(({ learner }) => learner);
		expect((await listed()).sort()).toEqual([one.id, two.id].sort());
		const { group } = village;
		expect(await checkNewcomer(one.id, group.id, '')).toBe('kept');
		expect(await listed()).toEqual([two.id]);
		expect(await checkNewcomer(two.id, (await newVillage(1)).group.id, one.id)).toBe('gone');
		expect(await checkNewcomer(two.id, group.id, two.id)).toBe('gone');
		expect(await checkNewcomer(two.id, group.id, one.id)).toBe('merged');
		expect(await checkNewcomer(two.id, group.id, one.id)).toBe('gone');
		expect(await listed()).toEqual([]);
		expect((await heardInGroup(one.id)).map(({ lesson }) => lesson).sort()).toEqual(
			[LESSON, 'goi-va-nghe'].sort()
		);
		expect((await learnersOfGroup(group.id)).some(({ id }) => id === two.id)).toBe(false);
		// The phone that made the second one does not know yet.
		await tell(trainer, [bring(two, { lesson: 'wifi-va-4g' })]);
		expect(await timesOf(one.id, 'wifi-va-4g')).toBe(1);
		expect((await learnersOfGroup(group.id)).some(({ id }) => id === two.id)).toBe(false);
	});

	test('who has a phone of her own by now stays who she is', async () => {
		const village = await newVillage(1);
		const trainer = await signedIn(village.trainer.email);
		const woman = newWoman();
		await tell(trainer, [told(heardBy(village, { present: [woman.id], newcomers: [woman] }))]);
		await new Phone().join({ card: await issueCard(woman.id) });
		expect(await checkNewcomer(woman.id, village.group.id, village.women[0]!.id)).toBe('has_own');
		expect((await meetingsOfGroup(village.group.id)).newcomers).toMatchObject([{ phones: 1 }]);
	});
});

describe("what a woman's phone tells", () => {
	test('comes with her sync, for her own group, and counts herself', async () => {
		const [village, other] = [await newVillage(3), await newVillage(1)];
		const [mai, lan] = village.women as [Village['women'][0], Village['women'][0], Village['women'][0]];
		const phone = await new Phone().join(mai);
		const woman = newWoman();
		const events = phone.events(
			happened(heardBy(village, { present: [mai.id, lan.id, woman.id], newcomers: [woman] })),
			happened(heardBy(other, { present: [other.women[0]!.id] })),
			happened(heardBy(village, { group: null, present: [], lesson: 'goi-va-nghe', here: 7 }))
		);
		expect(await phone.sync(events)).toMatchObject({ watermark: 3, rejected: [] });
		await phone.sync(events);
		expect(await Promise.all([mai.id, lan.id, woman.id].map((id) => timesOf(id)))).toEqual([1, 1, 1]);
		expect(await heardInGroup(other.women[0]!.id)).toEqual([]);
		expect((await meetingsOfGroup(other.group.id)).meetings).toEqual([]);
		const { meetings, newcomers } = await meetingsOfGroup(village.group.id);
		expect(meetings).toMatchObject([{ tellerKind: 'learner', teller: mai.name }]);
		expect(newcomers).toMatchObject([{ learner: woman.id, tellerKind: 'learner' }]);
		expect((await progressOf(mai.id)).lessons).toEqual({});
	});
	test.each([
		{ what: 'no lesson', data: { lesson: 'A b' } },
		{ what: 'a group that is none', data: { group: '../x' } },
		{
			what: 'a newcomer without a name',
			data: { newcomers: [{ id: newPersonId(), name: ' ', picture: 'fish' }] }
		},
		{
			what: 'a picture that is none',
			data: { newcomers: [{ id: newPersonId(), name: 'A', picture: '../x' }] }
		},
		{ what: 'hands of nobody', data: { hands: [{ question: 1, counts: [{ option: 1, n: -3 }] }] } }
	])('$what is no such event, and holds up no other', async ({ data }) => {
		const village = await newVillage(1);
		const phone = await new Phone().join(village.women[0]!);
		const [bad, good] = phone.events(
			happened({ ...heardBy(village), ...data } as never),
			happened(heardBy(village))
		);
		const answer = await phone.sync([bad, good]);
		expect(answer.rejected).toMatchObject([{ id: bad!.id, reason: 'malformed' }]);
		expect(answer.watermark).toBe(2);
		expect(await timesOf(village.women[0]!.id)).toBe(1);
	});
});

describe('the fold', () => {
	/** Who was there, by number; whose phone told it; in which order and how often it came. */
	const one = fc.record({
		present: fc.uniqueArray(fc.nat(5), { minLength: 1 }),
		lesson: fc.constantFrom(LESSON, 'goi-va-nghe'),
		by: fc.constantFrom('trainer', 'mai', 'lan'),
		rank: fc.nat(1000),
		times: fc.integer({ min: 1, max: 3 })
	});

	test('is what the naive definition says: any order, doubles, three phones, women who were unknown', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 10 }), async (made) => {
				const village = await newVillage(3);
				// The last three are no learners yet: each event that has one of them brings her.
				const fresh = [newWoman('Một'), newWoman('Hai'), newWoman('Ba')];
				const everybody = [...village.women.map(({ id }) => id), ...fresh.map(({ id }) => id)];
				const trainer = await signedIn(village.trainer.email);
				const phones = {
					mai: await new Phone().join(village.women[0]!),
					lan: await new Phone().join(village.women[1]!)
				};
				const events = made.map(({ present, lesson, by, ...when }) => {
					const ids = present.map((n) => everybody[n]!);
					const newcomers = fresh.filter(({ id }) => ids.includes(id));
					const data = heardBy(village, { present: ids, newcomers, lesson });
					const event = by === 'trainer' ? told(data) : phones[by].events(happened(data))[0]!;
					return { by, event, data, ...when };
				});
				const sent = events
					.flatMap((event) => Array.from({ length: event.times }, () => event))
					.sort((a, b) => a.rank - b.rank);
				for (const { by, event } of sent)
					if (by === 'trainer') await tell(trainer, [event]);
					else await phones[by].sync([event]);

				for (const learner of everybody)
					for (const lesson of [LESSON, 'goi-va-nghe']) {
						const naive = events.filter(
							({ data }) => data.lesson === lesson && data.present.includes(learner)
						).length;
						expect(await timesOf(learner, lesson)).toBe(naive);
					}
				const { meetings } = await meetingsOfGroup(village.group.id);
				expect(meetings.map(({ id }) => id).sort()).toEqual(events.map(({ event }) => event.id).sort());
			}),
			{ numRuns: 12, endOnFailure: true }
		);
	}, 180_000);
});
