import { beforeAll, describe, expect, test } from 'vitest';
import type { Catalog, CatalogCourse } from '$lib/domain/course';
import { lessonsOf } from '$lib/domain/course';
import type { Happening } from '$lib/domain/event';
import { pocketbase } from '$lib/server/pocketbase';
import { groupOverview } from '$lib/server/repositories/groups';
import { Browser } from './browser';
import { newVillage, type Woman } from './people';
import { answered, completed, Phone } from './phone';

let course: CatalogCourse;
beforeAll(async () => {
	const catalog = (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
	course = catalog.courses[0] as CatalogCourse;
});

const learnt = (leaveOut = 0): Happening[] =>
	lessonsOf(course)
		.flatMap(({ slug, questions }) => [...questions.map((n) => answered(n, true, slug)), completed(slug)])
		.slice(leaveOut);

const badgesIn = async (woman: Woman) => {
	const pb = await pocketbase();
	return pb.collection('badges').getFullList({ filter: pb.filter('learner = {:id}', { id: woman.id }) });
};

describe('a badge', () => {
	test('is confirmed with the call that completes the course, once, and comes to her other phone', async () => {
		const { women, group } = await newVillage(1);
		const woman = women[0] as Woman;
		const [phone, other] = [await new Phone().join(woman), await new Phone().join(woman)];
		const events = phone.events(...learnt());
		expect((await phone.sync(events.slice(0, -1))).changes.badges).toEqual([]);

		const { changes } = await phone.sync(events.slice(-1));
		expect(changes.badges).toEqual([
			{
				id: expect.stringMatching(/^[a-z0-9]{26}$/) as string,
				course: course.slug,
				issuedAtMs: expect.any(Number) as number
			}
		]);
		expect((await phone.sync(events)).changes.badges).toEqual(changes.badges);
		expect((await other.sync()).changes.badges).toEqual(changes.badges);
		expect(await badgesIn(woman)).toHaveLength(1);
		expect((await groupOverview(group.id))?.women[0]?.badges).toEqual([course.slug]);
	});

	test('was earned when her phone said so', async () => {
		const woman = (await newVillage(1)).women[0] as Woman;
		const phone = await new Phone().join(woman);
		const events = phone.events({ kind: 'course.completed', data: { course: course.slug } }, ...learnt());
		await phone.sync([{ ...events[0], at: 1_700_000_000_000 }, ...events.slice(1)]);
		expect(await badgesIn(woman)).toMatchObject([{ earnedAtMs: 1_700_000_000_000 }]);
	});

	test('is not given for saying so, nor with a question not yet right', async () => {
		const woman = (await newVillage(1)).women[0] as Woman;
		const phone = await new Phone().join(woman);
		const said: Happening = { kind: 'course.completed', data: { course: course.slug } };
		const { changes } = await phone.sync(phone.events(said, ...learnt(1)));
		expect(changes.badges).toEqual([]);
	});

	test('is written once when two phones bring the last piece at the same moment', async () => {
		const woman = (await newVillage(1)).women[0] as Woman;
		const phones = [await new Phone().join(woman), await new Phone().join(woman)];
		const answers = await Promise.all(phones.map((phone) => phone.sync(phone.events(...learnt()))));
		expect(await badgesIn(woman)).toHaveLength(1);
		const ids = answers.flatMap(({ changes }) => changes.badges.map(({ id }) => id));
		expect(new Set(ids).size).toBe(1);
	});
});

describe("the trainer's page", () => {
	test('shows who is done, who has begun, and who is stuck after three wrong answers', async () => {
		const { women, group } = await newVillage(2);
		const [stuck, fine] = women as [Woman, Woman];
		const phone = await new Phone().join(stuck);
		const wrong = answered(1, false, 'ma-pin-otp');
		const clip = {
			kind: 'clip.missing',
			data: { lesson: 'ma-pin-otp', clip: `${'b'.repeat(64)}.ogg` }
		} as const;
		await phone.sync(phone.events(completed('nut-va-man-hinh'), wrong, wrong, clip));
		const seen = async (id: string) =>
			(await groupOverview(group.id))?.women.find((woman) => woman.id === id);
		expect((await seen(stuck.id))?.stuck).toEqual([]);

		await phone.sync(phone.events(wrong));
		expect(await seen(stuck.id)).toMatchObject({
			name: stuck.name,
			phones: 1,
			lastSeenAtMs: expect.any(Number) as number,
			missing: { lesson: 'ma-pin-otp', clips: 1, sinceMs: expect.any(Number) as number },
			stuck: [{ lesson: 'ma-pin-otp', question: 1, wrong: 3 }],
			lessons: {
				'nut-va-man-hinh': { state: 'done' },
				'ma-pin-otp': { state: 'begun', answers: 3, wrong: 3 }
			}
		});
		expect(await seen(fine.id)).toMatchObject({ phones: 0, lastSeenAtMs: null, lessons: {}, stuck: [] });

		await phone.sync(phone.events(answered(1, true, 'ma-pin-otp')));
		expect((await seen(stuck.id))?.stuck).toEqual([]);
	});
});
