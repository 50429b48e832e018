import { beforeAll, describe, expect, test } from 'vitest';
import { seeEvening } from '$lib/console/server/see-evening';
import { keepNotice } from '$lib/server/repositories/notices';
import { newPublicId } from '$lib/server/secrets';
import { needKey } from '$lib/domain/needs';
import { asStaff, newVillage, signedIn, type Village } from './people';
import { answered, completed, Phone } from './phone';

const DAY_MS = 86_400_000;
const VIETNAM_MS = 7 * 3_600_000;
const dayIn = (days: number) => new Date(Date.now() + VIETNAM_MS + days * DAY_MS).toISOString().slice(0, 10);

describe('the evening list', () => {
	let village: Village;
	let phone: Phone;
	beforeAll(async () => {
		village = await newVillage(3);
		phone = await new Phone().join(village.women[0]!);
		await phone.sync(phone.events(...[1, 2, 3].map(() => answered(1, false))));
	});
	const see = (of = village) => seeEvening(asStaff(of.trainer), 'vi');
	const kinds = async () =>
		Object.fromEntries(
			(await see()).list.map(({ woman, needs }) => [woman.id, needs.map(({ kind }) => kind)])
		);
	const mark = async (values: Record<string, string>, of = village) =>
		(await signedIn(of.trainer.email)).submit('/trainer/evening?/mark', values);

	test('has who is stuck; dealt with, she is away until it happens again', async () => {
		const [mai] = village.women;
		expect(await kinds()).toEqual({ [mai!.id]: ['stuck'] });
		const [{ needs }] = (await see()).list as [Awaited<ReturnType<typeof see>>['list'][number]];
		expect((await mark({ woman: mai!.id, need: needKey(needs[0]), mark: 'done' })).status).toBe(303);
		expect(await kinds()).toEqual({});
		expect(await see()).toMatchObject({ waiting: 0, away: 1 });
		await phone.sync(phone.events(answered(1, false)));
		expect(await kinds()).toEqual({ [mai!.id]: ['stuck'] });
		for (const _ of [1, 2]) await mark({ woman: mai!.id, need: needKey(needs[0]), mark: 'later' });
		expect(await see()).toMatchObject({ waiting: 0, away: 1 });
	});

	test('has whose date nears and who has not done it, by its name', async () => {
		const [mai, hoa, lan] = village.women;
		const notice = async (due: string, slug: string) =>
			keepNotice(
				{
					...{ id: newPublicId(15), kind: 'assignment', newcomers: true, untilMs: null, fromMs: Date.now() },
					body: { what: 'lesson', slug, due },
					targets: [{ scope: 'group', id: village.group.id }]
				},
				village.trainer.id
			);
		await notice(dayIn(2), 'goi-va-nghe');
		await notice(dayIn(30), 'wifi-va-4g');
		const done = await new Phone().join(lan!);
		await done.sync(done.events(completed('goi-va-nghe')));
		const { list } = await see();
		const due = list.filter(({ needs }) => needs.some(({ kind }) => kind === 'due'));
		expect(due.map(({ woman }) => woman.id).sort()).toEqual([mai!.id, hoa!.id].sort());
		const browser = await signedIn(village.trainer.email);
		const html = await (await browser.fetch('/trainer/evening')).text();
		const [need] = due[0]!.needs.filter(({ kind }) => kind === 'due');
		expect(need?.kind === 'due' && html.includes(need.title)).toBe(true);
	});

	test('counts this month, and the month before beside it', async () => {
		const other = await newVillage(2);
		const her = await new Phone().join(other.women[0]!);
		const then = Date.now() - 35 * DAY_MS;
		await her.sync(her.events(completed('goi-va-nghe'), completed('wifi-va-4g')));
		await her.sync(her.events(completed('sac-pin-giu-may')).map((event) => ({ ...event, at: then })));
		const { month, before, women } = await see(other);
		expect(women).toBe(2);
		expect(month).toMatchObject({ learned: 1, lessons: 2 });
		const thenIsLastMonth =
			new Date(then + VIETNAM_MS).getUTCMonth() ===
			(new Date(Date.now() + VIETNAM_MS).getUTCMonth() + 11) % 12;
		expect(before).toMatchObject(thenIsLastMonth ? { learned: 1, lessons: 1 } : { learned: 0, lessons: 0 });
	});

	test('takes nothing from somebody else, and nothing broken', async () => {
		const other = await newVillage(1);
		const [mai] = village.women;
		expect((await mark({ woman: mai!.id, need: 'stuck x 1', mark: 'done' }, other)).status).toBe(403);
		for (const values of [
			{ woman: mai!.id, need: 'stuck x 1', mark: 'never' },
			{ woman: mai!.id, mark: 'done' },
			{ woman: mai!.id, need: 'x'.repeat(200), mark: 'done' }
		] as Record<string, string>[])
			expect((await mark(values)).status).toBe(400);
		expect((await mark({ woman: 'nobody', need: 'quiet', mark: 'done' })).status).toBe(403);
	});
});
