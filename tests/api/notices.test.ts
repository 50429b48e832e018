import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { NoticeTarget } from '$lib/domain/notice';
import type { SyncResponse } from '$lib/domain/sync';
import { addLearners, issueCard } from '$lib/server/repositories/learners';
import {
	EVERYBODY,
	keepNotice,
	noticeById,
	noticesOfGroup,
	withdrawNotice,
	type NewNotice
} from '$lib/server/repositories/notices';
import { newVillage, type Village } from './people';
import { Phone } from './phone';

const ID = '0123456789abcdefghijklmnopqrstuvwxyz';
const newNoticeId = () => [...randomBytes(15)].map((byte) => ID[byte % 36]).join('');
const DAY_MS = 24 * 3600_000;

/** An assignment of the lesson to these, written now. */
const assigned = (
	targets: NoticeTarget[],
	rest: Partial<NewNotice<'assignment'>> = {}
): NewNotice<'assignment'> => ({
	id: newNoticeId(),
	kind: 'assignment',
	body: { what: 'lesson', slug: 'nut-va-man-hinh', due: null },
	targets,
	newcomers: false,
	fromMs: Date.now() - 1000,
	untilMs: null,
	...rest
});
const group = ({ group: { id } }: Village): NoticeTarget => ({ scope: 'group', id });
const told = (answer: SyncResponse) => answer.changes.notices;
const idsIn = (answer: SyncResponse) => told(answer)?.all.map(({ id }) => id);

describe('what a phone is told with its sync', () => {
	let village: Village;
	let by: string;
	beforeAll(async () => {
		village = await newVillage(2);
		by = village.trainer.id;
	});

	test('nothing, when it does not ask: phones that are older go on as ever', async () => {
		const phone = await new Phone().join(village.women[0]!);
		await keepNotice(assigned([group(village)]), by);
		expect((await phone.sync()).changes).not.toHaveProperty('notices');
	});
	test('all of hers once, and then nothing until one changes, goes or ends', async () => {
		const own = await newVillage(1);
		const phone = await new Phone().join(own.women[0]!);
		expect(told(await phone.sync([], { notices: '' }))).toBeUndefined();
		const notice = assigned([group(own)]);
		await keepNotice(notice, by);
		const first = await phone.sync([], { notices: '' });
		expect(told(first)?.all).toMatchObject([
			{ id: notice.id, kind: 'assignment', version: 1, body: notice.body, untilMs: null }
		]);
		expect(told(first)?.all[0]?.from).toEqual({ name: 'Cô trainer', picture: 'rooster' });
		expect(Object.keys(told(first)!.all[0]!)).not.toContain('targets');
		const { digest } = told(first)!;
		expect(told(await phone.sync([], { notices: digest }))).toBeUndefined();

		await keepNotice({ ...notice, body: { ...notice.body, due: '2030-01-31' } }, by, 1);
		const changed = await phone.sync([], { notices: digest });
		expect(told(changed)?.all).toMatchObject([{ version: 2, body: { due: '2030-01-31' } }]);

		await withdrawNotice(notice.id, { expected: 2, media: [], by });
		expect(told(await phone.sync([], { notices: told(changed)!.digest }))).toEqual({ digest: '', all: [] });
	});
	test('one that has ended goes by itself', async () => {
		const own = await newVillage(1);
		const phone = await new Phone().join(own.women[0]!);
		await keepNotice(assigned([group(own)], { untilMs: Date.now() - 1 }), by);
		expect(told(await phone.sync([], { notices: '' }))).toBeUndefined();
		expect(told(await phone.sync([], { notices: 'whatever' }))).toEqual({ digest: '', all: [] });
	});
	test('a woman, a group and everybody; nobody else', async () => {
		const other = await newVillage(1);
		const [mai, lan] = await Promise.all(village.women.map((woman) => new Phone().join(woman)));
		const stranger = await new Phone().join(other.women[0]!);
		const forMai = assigned([{ scope: 'learner', id: village.women[0]!.id }]);
		const forGroup = assigned([group(village)]);
		const forAll = assigned([EVERYBODY], { untilMs: Date.now() + DAY_MS });
		for (const notice of [forMai, forGroup, forAll]) await keepNotice(notice, by);
		const ask = async (phone: Phone) => idsIn(await phone.sync([], { notices: '' })) ?? [];
		expect(await ask(mai!)).toEqual(expect.arrayContaining([forMai.id, forGroup.id, forAll.id]));
		expect(await ask(lan!)).toEqual(expect.arrayContaining([forGroup.id, forAll.id]));
		expect(await ask(lan!)).not.toContain(forMai.id);
		expect(await ask(stranger)).toContain(forAll.id);
		expect(await ask(stranger)).not.toContain(forGroup.id);
		await withdrawNotice(forAll.id, { expected: 1, media: [], by });
	});
	test.each([
		{ newcomers: true, gets: true },
		{ newcomers: false, gets: false }
	])('who joins later gets it: $newcomers', async ({ newcomers, gets }) => {
		const own = await newVillage(1);
		const notice = assigned([group(own)], { newcomers });
		await keepNotice(notice, by);
		const [late] = await addLearners(own.group.id, [{ name: 'Chị Sau', picture: 'fish' }], by);
		const phone = await new Phone().join({ card: await issueCard(late!.id) });
		expect((idsIn(await phone.sync([], { notices: '' })) ?? []).includes(notice.id)).toBe(gets);
		// A change does not make a newcomer one of those who were there.
		await keepNotice(notice, by, 1);
		expect((idsIn(await phone.sync([], { notices: '' })) ?? []).includes(notice.id)).toBe(gets);
		const listed = (await noticesOfGroup(own.group.id)).find(({ id }) => id === notice.id);
		expect(listed?.whom.includes(late!.id)).toBe(gets);
	});
	test('a digest that is none is refused', async () => {
		const phone = await new Phone().join(village.women[0]!);
		expect((await phone.send([], { notices: 'x'.repeat(65) })).status).toBe(400);
		expect((await phone.send([], { notices: 7 })).status).toBe(400);
	});
	test('at most forty, the newest', async () => {
		const own = await newVillage(1);
		const phone = await new Phone().join(own.women[0]!);
		const ids: string[] = [];
		for (let n = 0; n < 42; n++) {
			const notice = assigned([group(own)], { fromMs: 1000 + n });
			await keepNotice(notice, by);
			ids.unshift(notice.id);
		}
		const all = idsIn(await phone.sync([], { notices: '' }))!;
		expect(all.filter((id) => ids.includes(id))).toEqual(ids.slice(0, 40).filter((id) => all.includes(id)));
		expect(all).toHaveLength(40);
	});
});

describe('what she does with it', () => {
	test('is told to the group page, once, also after it was changed', async () => {
		const village = await newVillage(2);
		const by = village.trainer.id;
		const notice = assigned([group(village)]);
		await keepNotice(notice, by);
		const phone = await new Phone().join(village.women[0]!);
		const heard = (version: number) =>
			phone.events({ kind: 'notice.heard', data: { notice: notice.id, version } });
		const listed = async () => (await noticesOfGroup(village.group.id)).find(({ id }) => id === notice.id)!;
		expect(await listed()).toMatchObject({ heard: [], from: 'Cô trainer' });
		const events = [...heard(1), ...heard(1)];
		await phone.sync(events);
		await phone.sync(events);
		expect(await listed()).toMatchObject({ heard: [village.women[0]!.id] });
		expect((await listed()).whom.sort()).toEqual(village.women.map(({ id }) => id).sort());
		await keepNotice(notice, by, 1);
		await phone.sync([...heard(2), ...heard(1)]);
		expect((await listed()).heard).toEqual([village.women[0]!.id]);
	});
	test.each([{ notice: '../x', version: 1 }, { notice: newNoticeId(), version: 0 }, {}])(
		'%o is no such event, and holds up no other',
		async (data) => {
			const village = await newVillage(1);
			const phone = await new Phone().join(village.women[0]!);
			const [bad] = phone.events({ kind: 'notice.heard', data } as never);
			const answer = await phone.sync([bad, ...phone.events()]);
			expect(answer.rejected).toMatchObject([{ id: bad!.id, reason: 'malformed' }]);
			expect(answer.watermark).toBe(1);
		}
	);
});

describe('writing', () => {
	test('twice with one key is one notice; two who change one at once: the second is told', async () => {
		const village = await newVillage(1);
		const by = village.trainer.id;
		const notice = assigned([group(village)]);
		expect(await Promise.all([keepNotice(notice, by), keepNotice(notice, by)])).toEqual(
			expect.arrayContaining(['kept', 'same'])
		);
		const changes = await Promise.all(
			['2030-01-01', '2030-02-02'].map((due) =>
				keepNotice({ ...notice, body: { ...notice.body, due } }, by, 1)
			)
		);
		expect(changes.sort()).toEqual(['kept', 'stale']);
		expect(await noticeById(notice.id)).toMatchObject({ version: 2, isWithdrawn: false });
		expect(await withdrawNotice(notice.id, { expected: 1, media: [], by })).toMatchObject({
			outcome: 'stale'
		});
		expect(await withdrawNotice(notice.id, { expected: 2, media: [], by })).toMatchObject({
			outcome: 'kept'
		});
		expect(await keepNotice(notice, by, 2)).toBe('stale');
		expect(await keepNotice(assigned([group(village)]), by, 1)).toBe('gone');
	});
	test('a body that is not of its kind is not written', async () => {
		const village = await newVillage(1);
		const notice = assigned([group(village)], { body: { what: 'lesson', slug: '../x', due: null } });
		await expect(keepNotice(notice, village.trainer.id)).rejects.toThrow();
		expect(await noticeById(notice.id)).toBeNull();
	});
});
