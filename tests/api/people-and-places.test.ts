import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { createGroup, groupById, groupsOf, type Group } from '$lib/server/repositories/groups';
import { addLearners, learnerById, learnersOfGroup } from '$lib/server/repositories/learners';
import { leaversOf, membershipsOf, moveLearner } from '$lib/server/repositories/memberships';
import { staffById, type StaffMember } from '$lib/server/repositories/staff';
import { membershipRows } from '$lib/server/interop/measures';
import { newPublicId } from '$lib/server/secrets';
import { Browser } from './browser';
import { house } from './house';
import { asStaff, newStaff, newVillage, PASSWORD, signedIn, type Village } from './people';
import { heard, Phone } from './phone';
import { press } from './press';

/** Thái Nguyên and a commune of it, and Lào Cai. */
const PROVINCE = '19';
const COMMUNE = '02191';
const OTHER_COMMUNE = '02155';
const OTHER_PROVINCE = '15';

const key = () => newPublicId(15);
const failed = (code: string) => expect.stringContaining(`"${code}"`) as string;

let village: Village;
let near: Village;
let manager: Browser;
let trainer: Browser;

async function placedVillage(size: number, place: { province: string; commune: string }): Promise<Village> {
	const made = await newVillage(size);
	await (await pocketbase()).collection('groups').update(made.group.id, place);
	return { ...made, group: { ...made.group, ...place } };
}

beforeAll(async () => {
	village = await placedVillage(3, { province: PROVINCE, commune: COMMUNE });
	near = await placedVillage(1, { province: PROVINCE, commune: OTHER_COMMUNE });
	manager = await signedIn(house.manager.email, house.manager.password);
	trainer = await signedIn(village.trainer.email);
});

const managerOf = async (...places: string[]) => signedIn((await newStaff('manager', places)).email);

describe('who sees a group, by place', () => {
	const people: { who: string; enter: () => Promise<Browser>; may: boolean }[] = [
		{ who: 'the manager of the programme', enter: () => Promise.resolve(manager), may: true },
		{ who: 'the manager of her province', enter: () => managerOf(PROVINCE), may: true },
		{ who: 'the manager of her commune', enter: () => managerOf(OTHER_PROVINCE, COMMUNE), may: true },
		{ who: "another province's manager", enter: () => managerOf(OTHER_PROVINCE), may: false },
		{ who: "another commune's manager", enter: () => managerOf(OTHER_COMMUNE), may: false },
		{ who: 'her trainer', enter: () => Promise.resolve(trainer), may: true },
		{ who: "another group's trainer", enter: () => signedIn(near.trainer.email), may: false },
		{
			who: 'a trainer to whom the place was given, and not the group',
			enter: async () => signedIn((await newStaff('trainer', [PROVINCE, COMMUNE])).email),
			may: false
		},
		{
			who: 'an expert of the place',
			enter: async () => signedIn((await newStaff('expert', [PROVINCE])).email),
			may: false
		},
		{ who: 'the owner', enter: async () => signedIn((await newStaff('owner')).email), may: false },
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()), may: false },
		{
			who: 'a learner of the group',
			enter: async () => (await new Phone().join(village.women[2]!)).browser,
			may: false
		}
	];
	const doors = () => {
		const group = `/trainer/groups/${village.group.id}`;
		const woman = `/trainer/women/${village.women[0]!.id}`;
		return [
			...[group, `${group}/about`, `${group}/cards`, `${group}/notices`, woman, `${woman}/about`],
			`/api/groups/${village.group.id}`
		];
	};
	test.each(people)('$who: $may', async ({ enter, may }) => {
		const browser = await enter();
		for (const door of doors()) {
			const response = await browser.fetch(door);
			const text = await response.text();
			if (may) expect(response.status, door).toBe(200);
			else expect([303, 401, 403], door).toContain(response.status);
			expect(text.includes(village.women[0]!.name), door).toBe(
				may && !door.endsWith(`${village.group.id}/about`)
			);
			if (!may) expect(text, door).not.toContain(village.group.name);
		}
		const lists = await Promise.all(['/trainer', '/trainer/groups'].map((path) => browser.fetch(path)));
		for (const list of lists) expect((await list.text()).includes(village.group.name)).toBe(may);
	});

	test('what acts on a group is refused to another province’s manager, and changes nothing', async () => {
		const browser = await managerOf(OTHER_PROVINCE);
		const group = `/trainer/groups/${village.group.id}`;
		const woman = `/trainer/women/${village.women[0]!.id}`;
		const before = [await groupById(village.group.id), await learnersOfGroup(village.group.id)];
		for (const path of [
			...[`${group}?/add`, `${group}/about?/save`, `${group}/about?/addOne`, `${group}/about?/close`],
			...[`${group}/about?/rejoin`, `${group}/cards?/issue`, `${woman}?/rename`, `${woman}/about?/facts`],
			...[`${woman}/about?/move`, `${woman}/about?/join`, `${woman}/about?/leave`, `${woman}?/revokeCard`]
		]) {
			const answer = await press(browser, path, {
				key: key(),
				names: 'Chị Mới',
				name: 'X',
				from: village.group.id
			});
			expect([answer.http, answer.status], path).toContain(403);
			expect(answer.text).not.toContain(village.women[0]!.name);
		}
		expect([await groupById(village.group.id), await learnersOfGroup(village.group.id)]).toEqual(before);
	});

	test('what is the whole programme’s is closed to the manager of a province', async () => {
		const browser = await managerOf(PROVINCE);
		for (const path of [
			'/trainer/systems',
			'/trainer/content',
			'/trainer/badges',
			'/trainer/systems/files/dhis2.json?month=2026-11'
		])
			expect((await browser.fetch(path)).status, path).toBe(403);
		expect((await browser.post('/api/import', {}, { origin: house.origin })).status).toBe(403);
		const page = await (await browser.fetch('/trainer')).text();
		for (const path of ['/trainer/systems', '/trainer/content', '/trainer/badges'])
			expect(page, path).not.toContain(`"${path}"`);
		for (const path of ['/trainer/reports', '/trainer/staff'])
			expect((await browser.fetch(path)).status, path).toBe(200);
		const everybody = { key: key(), whom: 'everybody', assign: 'lesson:nut-va-man-hinh' };
		const told = await press(browser, `/trainer/groups/${village.group.id}/notices?/assign`, everybody);
		expect(told.data).toEqual(failed('nobody_chosen'));
	});

	test('reports count the groups of her places alone', async () => {
		const crowd = await placedVillage(7, { province: '11', commune: '' });
		const csv = async (browser: Browser) =>
			(await browser.fetch('/trainer/reports/files/report.csv?by=group')).text();
		expect(await csv(await managerOf('11'))).toContain(crowd.group.name);
		const others = await csv(await managerOf('12'));
		expect(others).not.toContain('Nhóm Nà');
		expect(others.trim().split('\n').at(-1)).toContain(',Tất cả,0,0,0,0');
	});

	test('the list of groups keeps to the reach', async () => {
		const of = async (...places: string[]) => asStaff(await newStaff('manager', places));
		const mine = await of(COMMUNE);
		expect((await groupsOf(mine)).map(({ id }) => id)).toContain(village.group.id);
		expect((await groupsOf(mine)).map(({ id }) => id)).not.toContain(near.group.id);
		expect(await groupsOf(await of('99'))).toEqual([]);
		expect(await groupsOf(asStaff(await newStaff('expert')))).toEqual([]);
	});
});

describe('making a group at a place', () => {
	const make = (browser: Browser, values: Record<string, string>) =>
		press(browser, '/trainer?/make', { key: key(), name: `Nhóm ${randomInt(1e9)}`, ...values });
	const made = async (answer: { location?: string }) =>
		(await groupById(answer.location?.split('/').at(-1) ?? ''))!;

	test('by a place that was chosen: the code and the words are stored', async () => {
		const words = 'Xã Xuân Dương, Huyện Na Rì, Tỉnh Bắc Kạn';
		const values = { place: words, placed: words, code: COMMUNE, village: 'Nà Chang' };
		const group = await made(await make(trainer, values));
		expect(group).toMatchObject({ place: words, province: PROVINCE, commune: COMMUNE, village: 'Nà Chang' });
		// Today's name is shown with the one that she wrote, and both find the group.
		const shown = await (await trainer.fetch(`/trainer/groups/${group.id}`)).text();
		expect(shown).toContain(words);
		expect(shown).toMatch(/Nà Chang, Xã [^,]+, Tỉnh Thái Nguyên/);
		// The menu beside the page lists all of hers.
		const found = async (asked: string) => {
			const response = await trainer.fetch(`/trainer/groups?q=${encodeURIComponent(asked)}`);
			return /<main.*<\/main>/s.exec(await response.text())?.[0];
		};
		expect(await found('bac kan')).toContain(group.name);
		expect(await found('thai nguyen na chang')).toContain(group.name);
		expect(await found('lao cai')).not.toContain(group.name);
	});
	test('by words alone, without script: the code where they name one place, else only the words', async () => {
		const exact = await made(await make(trainer, { place: 'tỉnh sơn la' }));
		expect(exact).toMatchObject({ place: 'tỉnh sơn la', province: '14', commune: '' });
		const words = await made(await make(trainer, { place: 'sau chợ' }));
		expect(words).toMatchObject({ place: 'sau chợ', province: '', commune: '' });
	});
	test('a code for other words than those sent is not believed', async () => {
		const values = { place: 'sau chợ', placed: 'Xã Xuân Dương', code: COMMUNE };
		expect(await made(await make(trainer, values))).toMatchObject({ province: '', commune: '' });
	});
	test.each(['00000', '99', "19' OR '1'='1", '../19', '1'])(
		'the code %o is refused, what was typed comes back',
		async (code) => {
			const answer = await make(trainer, { place: 'Na Rì', placed: 'Na Rì', code });
			expect(answer).toMatchObject({ type: 'failure', status: 400 });
			expect(answer.data).toEqual(failed('place_unknown'));
			expect(answer.data).toContain('Na Rì');
		}
	);
	test.each([
		{ says: 'a place of 121 letters', values: { place: 'x'.repeat(121) }, code: 'place_too_long' },
		{ says: 'a village of 81 letters', values: { village: 'Ẵ'.repeat(81) }, code: 'text_too_long' },
		{ says: 'a trainer who is none', values: { trainer: 'aaaaaaaaaaaaaaa' }, code: 'trainer_unknown' }
	])('$says is a kind problem', async ({ values, code }) => {
		const answer = await make(manager, values as unknown as Record<string, string>);
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toEqual(failed(code));
	});
	test('a province’s manager makes groups in her province only, and is shown which places are', async () => {
		const browser = await managerOf(PROVINCE);
		for (const values of [
			{ place: 'sau chợ' },
			{ place: '' },
			{ place: 'Tỉnh Lào Cai', placed: 'Tỉnh Lào Cai', code: OTHER_PROVINCE }
		]) {
			const answer = await make(browser, values as unknown as Record<string, string>);
			expect(answer.data, values.place).toEqual(failed('place_outside'));
		}
		const asked = await make(browser, { place: 'Na Rì' });
		expect(asked.data).toContain('Tỉnh Thái Nguyên');
		const group = await made(await make(browser, { place: 'Na Rì', placed: 'Na Rì', code: COMMUNE }));
		expect(group).toMatchObject({ province: PROVINCE, commune: COMMUNE });
	});
	test('she names trainers of her places, nobody else’s', async () => {
		const browser = await managerOf(PROVINCE);
		const [hers, foreign] = await Promise.all([
			newStaff('trainer', [COMMUNE]),
			newStaff('trainer', [OTHER_PROVINCE])
		]);
		const place = { place: 'Na Rì', placed: 'Na Rì', code: COMMUNE };
		expect(await made(await make(browser, { ...place, trainer: hers.id }))).toMatchObject({
			trainers: [hers.id]
		});
		expect((await make(browser, { ...place, trainer: foreign.id })).data).toEqual(failed('trainer_unknown'));
	});
});

describe('two at one group’s form', () => {
	const formOf = async (id: string) => {
		const group = (await groupById(id))!;
		const { name, place, village: hamlet, trainers } = group;
		const was = { name, place, village: hamlet, code: '', placed: '', trainers: trainers.join(' ') };
		return { ...was, version: String(group.version), was: JSON.stringify(was) };
	};
	const save = (browser: Browser, id: string, values: Record<string, string>) => {
		const { trainers: _, ...rest } = values;
		return press(browser, `/trainer/groups/${id}/about?/save`, rest);
	};

	test('the second is told who changed what, hers stands in the form, and sent again both are kept', async () => {
		const { group, trainer: hers } = await newVillage();
		const browser = await signedIn(hers.email);
		const seen = await formOf(group.id);
		const first = await save(manager, group.id, { ...seen, name: 'Nhóm Thượng', trainer: hers.id });
		expect(first).toMatchObject({ type: 'success' });
		const second = await save(browser, group.id, { ...seen, village: 'Nà Hạ' });
		expect(second).toMatchObject({ type: 'failure', status: 409 });
		expect(second.data).toEqual(failed('changed_meanwhile'));
		expect(second.data).toContain('Nhóm Thượng');
		expect(second.data).toContain('Nà Hạ');
		expect(await groupById(group.id)).toMatchObject({ name: 'Nhóm Thượng', village: '' });
		const again = { ...(await formOf(group.id)), village: 'Nà Hạ' };
		expect(await save(browser, group.id, again)).toMatchObject({ type: 'success' });
		expect(await groupById(group.id)).toMatchObject({
			name: 'Nhóm Thượng',
			village: 'Nà Hạ',
			trainers: [hers.id]
		});
	});
	test('at the same moment one is kept, the other told', async () => {
		const { group, trainer: hers } = await newVillage();
		const browser = await signedIn(hers.email);
		const seen = await formOf(group.id);
		const answers = await Promise.all(
			['Một', 'Hai'].map((name) => save(browser, group.id, { ...seen, name: `Nhóm ${name}` }))
		);
		expect(answers.map(({ type }) => type).sort()).toEqual(['failure', 'success']);
	});
	test.each([
		{ version: '' },
		{ version: '-1' },
		{ version: 'x' },
		{ was: '{' },
		{ was: '[]' },
		{ was: '{"name":1}' }
	])('a form that does not say what it was filled with changes nothing: %o', async (broken) => {
		const before = await groupById(village.group.id);
		const answer = await save(trainer, village.group.id, {
			...(await formOf(village.group.id)),
			name: 'Khác',
			...broken
		});
		expect(answer.type).toBe('failure');
		expect(await groupById(village.group.id)).toEqual(before);
	});
	test('a trainer’s form cannot give the group away', async () => {
		const { group, trainer: hers } = await newVillage();
		const browser = await signedIn(hers.email);
		const seen = await formOf(group.id);
		await save(browser, group.id, { ...seen, name: 'Nhóm khác', trainer: village.trainer.id });
		expect(await groupById(group.id)).toMatchObject({ name: 'Nhóm khác', trainers: [hers.id] });
	});
});

describe('a woman in groups', () => {
	const act = (browser: Browser, woman: string, name: string, values: Record<string, string>) =>
		press(browser, `/trainer/women/${woman}/about?/${name}`, values);
	let from: Village;
	let to: Group;
	let hers: Browser;
	beforeAll(async () => {
		from = await newVillage(3);
		to = await createGroup(
			{ name: `Nhóm mới ${randomInt(1e9)}`, place: '', trainers: [from.trainer.id] },
			from.trainer.id
		);
		hers = await signedIn(from.trainer.email);
	});
	const openGroups = async (woman: string) =>
		(await membershipsOf(woman)).filter(({ untilMs }) => untilMs === null).map(({ group }) => group.id);

	test('moves with her history, sent twice as once; her phone hears of it', async () => {
		const woman = from.women[0]!;
		const phone = await new Phone().join(woman);
		await phone.sync(phone.events(heard(1)));
		const values = { from: from.group.id, to: to.id };
		expect(await act(hers, woman.id, 'move', values)).toMatchObject({ type: 'success' });
		expect(await act(hers, woman.id, 'move', values)).toMatchObject({ type: 'success' });
		const [now, before] = await membershipsOf(woman.id);
		expect(now).toMatchObject({ group: { id: to.id }, untilMs: null });
		expect(before).toMatchObject({ group: { id: from.group.id }, untilMs: now!.fromMs });
		expect(await membershipsOf(woman.id)).toHaveLength(2);
		expect((await learnersOfGroup(from.group.id)).map(({ id }) => id)).not.toContain(woman.id);
		expect((await phone.sync([])).changes.learner).toMatchObject({ group: to.name });
		const list = await groupsOf(asStaff(from.trainer));
		expect(list.find(({ id }) => id === from.group.id)?.women).toBe(2);
		expect(await (await hers.fetch(`/api/groups/${from.group.id}`)).text()).not.toContain(woman.id);
		expect(await (await hers.fetch(`/api/groups/${to.id}`)).text()).toContain(woman.id);
		const page = await (await hers.fetch(`/trainer/women/${woman.id}/about`)).text();
		expect(page).toContain(from.group.name);
	});
	test('is in two groups at once; coming back opens a new row', async () => {
		const woman = from.women[1]!;
		expect(await act(hers, woman.id, 'join', { to: to.id })).toMatchObject({ type: 'success' });
		expect(await act(hers, woman.id, 'join', { to: to.id })).toMatchObject({ type: 'success' });
		expect((await openGroups(woman.id)).sort()).toEqual([from.group.id, to.id].sort());
		await act(hers, woman.id, 'leave', { from: from.group.id });
		await act(hers, woman.id, 'join', { to: from.group.id });
		const rows = await membershipsOf(woman.id);
		expect(rows.filter(({ group }) => group.id === from.group.id)).toHaveLength(2);
		expect(await openGroups(woman.id)).toHaveLength(2);
	});
	test('twenty presses at once put her there once', async () => {
		const woman = from.women[2]!;
		const group = await createGroup(
			{ name: 'Nhóm vội', place: '', trainers: [from.trainer.id] },
			from.trainer.id
		);
		await Promise.all(
			Array.from({ length: 20 }, () => moveLearner(woman.id, { to: group.id }, from.trainer.id))
		);
		expect((await membershipsOf(woman.id)).filter((row) => row.group.id === group.id)).toHaveLength(1);
	});
	test('who left is still looked after where she was last, is listed there, and comes back', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const woman = own.women[0]!;
		await act(browser, woman.id, 'leave', { from: own.group.id });
		expect(await openGroups(woman.id)).toEqual([]);
		expect((await leaversOf(own.group.id)).map(({ id }) => id)).toEqual([woman.id]);
		expect((await browser.fetch(`/trainer/women/${woman.id}`)).status).toBe(200);
		const about = `/trainer/groups/${own.group.id}/about`;
		expect(await (await browser.fetch(about)).text()).toContain(woman.name);
		expect(await press(browser, `${about}?/rejoin`, { woman: woman.id })).toMatchObject({ type: 'success' });
		expect(await openGroups(woman.id)).toEqual([own.group.id]);
		expect(await leaversOf(own.group.id)).toEqual([]);
	});
	test('who moved to another trainer is the former one’s no more', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const woman = own.women[0]!;
		const values = { from: own.group.id, to: village.group.id };
		expect((await act(browser, woman.id, 'move', values)).data).toEqual(failed('group_unknown'));
		expect(await act(manager, woman.id, 'move', values)).toMatchObject({ type: 'success' });
		const page = await browser.fetch(`/trainer/women/${woman.id}`);
		expect(page.status).toBe(403);
		const back = await press(browser, `/trainer/groups/${own.group.id}/about?/rejoin`, { woman: woman.id });
		expect(back.data).toEqual(failed('woman_unknown'));
		// Her new trainer learns that she was elsewhere, not where.
		const history = await (await trainer.fetch(`/trainer/women/${woman.id}/about`)).text();
		expect(history).not.toContain(own.group.name);
		await act(manager, woman.id, 'move', { from: village.group.id, to: own.group.id });
	});
	test.each(['', 'aaaaaaaaaaaaaaa', "x' OR 1=1", '../..'])('into the group %o is refused', async (id) => {
		const before = await membershipsOf(from.women[1]!.id);
		const answer = await act(hers, from.women[1]!.id, 'join', { to: id });
		expect(answer.data).toEqual(failed('group_unknown'));
		expect(await membershipsOf(from.women[1]!.id)).toEqual(before);
	});
	test('what she did counts where she was when she did it', async () => {
		const own = await newVillage(1);
		const woman = own.women[0]!;
		const next = await createGroup(
			{ name: 'Nhóm sau', place: '', trainers: [own.trainer.id] },
			own.trainer.id
		);
		const phone = await new Phone().join(woman);
		await phone.sync(phone.events(heard(1)));
		await moveLearner(woman.id, { from: own.group.id, to: next.id }, own.trainer.id);
		const rows = (await membershipRows({ fromMs: 0, toMs: Date.now() + 1000 })).filter(
			({ learner }) => learner === woman.id
		);
		expect(rows.map(({ group, active }) => ({ group, active }))).toEqual(
			expect.arrayContaining([
				{ group: own.group.id, active: true },
				{ group: next.id, active: false }
			])
		);
		const later = await membershipRows({ fromMs: Date.now() + 1000, toMs: Date.now() + 2000 });
		expect(later.filter(({ learner }) => learner === woman.id).map(({ group }) => group)).toEqual([next.id]);
	});
});

describe('an emptied group', () => {
	test('is closed and opened again; while closed it takes nobody and stands in no daily list', async () => {
		const own = await newVillage(1);
		const browser = await signedIn(own.trainer.email);
		const about = `/trainer/groups/${own.group.id}/about`;
		const full = await press(browser, `${about}?/close`, {});
		expect(full).toMatchObject({ type: 'failure', status: 409 });
		expect(full.data).toEqual(failed('group_not_empty'));
		const other = await createGroup(
			{ name: 'Nhóm kia', place: '', trainers: [own.trainer.id] },
			own.trainer.id
		);
		const woman = own.women[0]!;
		await moveLearner(woman.id, { from: own.group.id, to: other.id }, own.trainer.id);
		expect(await press(browser, `${about}?/close`, {})).toMatchObject({ type: 'success' });
		expect(await groupById(own.group.id)).toMatchObject({ archived: true });
		expect(await (await browser.fetch('/trainer')).text()).not.toContain(own.group.name);
		expect(await (await browser.fetch('/trainer/groups')).text()).toContain(own.group.name);
		const join = await press(browser, `/trainer/women/${woman.id}/about?/join`, { to: own.group.id });
		expect(join.data).toEqual(failed('group_closed'));
		const add = await press(browser, `${about}?/addOne`, { key: key(), name: 'Chị Mới' });
		expect(add.data).toEqual(failed('group_closed'));
		const many = await press(browser, `/trainer/groups/${own.group.id}?/add`, {
			key: key(),
			names: 'Chị Mới'
		});
		expect(many.data).toEqual(failed('group_closed'));
		expect(await learnersOfGroup(own.group.id)).toEqual([]);
		expect(await press(browser, `${about}?/reopen`, {})).toMatchObject({ type: 'success' });
		expect(
			await press(browser, `/trainer/women/${woman.id}/about?/join`, { to: own.group.id })
		).toMatchObject({ type: 'success' });
	});
});

describe('what a woman may tell', () => {
	const about = (woman: string) => `/trainer/women/${woman}/about?/facts`;
	const none = { birthYear: '', ethnicity: '', household: '', disability: '' };
	const form = async (woman: string, values: Record<string, string>) => ({
		...none,
		...values,
		version: String((await learnerById(woman))!.version),
		was: JSON.stringify(none)
	});

	test('is kept, counted in no page of others, and may be taken back', async () => {
		const woman = village.women[1]!.id;
		const said = { birthYear: '1985', ethnicity: '02', household: 'near-poor', disability: 'no' };
		expect(await press(trainer, about(woman), await form(woman, said))).toMatchObject({ type: 'success' });
		const facts = { birthYear: 1985, ethnicity: '02', household: 'near-poor', disability: 'no' };
		expect(await learnerById(woman)).toMatchObject({ facts });
		const poll = await (await trainer.fetch(`/api/groups/${village.group.id}`)).text();
		expect(poll).not.toMatch(/near-poor|ethnicity|birthYear/);
		expect(await press(trainer, about(woman), await form(woman, {}))).toMatchObject({ type: 'success' });
		expect(await learnerById(woman)).toMatchObject({
			facts: { birthYear: null, ethnicity: null, household: null, disability: null }
		});
	});
	test.each([
		{ values: { birthYear: '85' }, code: 'birth_year_faulty' },
		{ values: { birthYear: '1850' }, code: 'birth_year_faulty' },
		{ values: { birthYear: '2030' }, code: 'birth_year_faulty' },
		{ values: { birthYear: '0912345678' }, code: 'birth_year_faulty' },
		{ values: { ethnicity: '55' }, code: 'fact_unknown' },
		{ values: { ethnicity: 'Tày' }, code: 'fact_unknown' },
		{ values: { household: 'rich' }, code: 'fact_unknown' },
		{ values: { disability: '<b>' }, code: 'fact_unknown' }
	])('$values is a kind problem and changes nothing', async ({ values, code }) => {
		const woman = village.women[0]!.id;
		const before = await learnerById(woman);
		const answer = await press(
			trainer,
			about(woman),
			await form(woman, values as unknown as Record<string, string>)
		);
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toEqual(failed(code));
		expect(await learnerById(woman)).toEqual(before);
	});
	test('two write at once: the second is told', async () => {
		const woman = village.women[0]!.id;
		const seen = await form(woman, {});
		await press(manager, about(woman), { ...seen, birthYear: '1990' });
		const second = await press(trainer, about(woman), { ...seen, household: 'poor' });
		expect(second).toMatchObject({ status: 409 });
		expect(second.data).toContain('1990');
		expect(await learnerById(woman)).toMatchObject({ facts: { birthYear: 1990, household: null } });
	});
	test('comes with a new woman, who is added once, and never silently twice', async () => {
		const own = await newVillage();
		const browser = await signedIn(own.trainer.email);
		const path = `/trainer/groups/${own.group.id}/about?/addOne`;
		const values = {
			key: key(),
			name: 'Hoàng Thị Yến',
			birthYear: '1990',
			ethnicity: '02',
			household: 'poor'
		};
		const answers = await Promise.all([1, 2].map(() => press(browser, path, values)));
		expect(answers.map(({ type }) => type)).toEqual(['redirect', 'redirect']);
		const twin = await press(browser, path, { ...values, key: key() });
		expect(twin.data).toEqual(failed('already_here'));
		const added = (await learnersOfGroup(own.group.id)).filter(({ name }) => name === 'Hoàng Thị Yến');
		expect(added).toMatchObject([
			{ facts: { birthYear: 1990, ethnicity: '02', household: 'poor', disability: null } }
		]);
		const meant = await press(browser, path, { ...values, key: key(), different: 'on' });
		expect(meant.type).toBe('redirect');
	});
});

describe('staff and their places', () => {
	const change = (browser: Browser, member: StaffMember, values: [string, string][]) =>
		press(browser, '/trainer/staff?/change', [['member', member.id], ...values]);

	test.each([
		{ who: 'a trainer', enter: () => Promise.resolve(trainer), status: [403] },
		{ who: 'an expert', enter: async () => signedIn((await newStaff('expert')).email), status: [403] },
		{ who: 'the owner', enter: async () => signedIn((await newStaff('owner')).email), status: [403] },
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()), status: [303] },
		{ who: 'a manager', enter: () => Promise.resolve(manager), status: [200] },
		{ who: 'a manager of a place', enter: () => managerOf(PROVINCE), status: [200] }
	])('the page is for managers: $who is answered $status', async ({ enter, status }) => {
		const browser = await enter();
		const response = await browser.fetch('/trainer/staff');
		expect(status).toContain(response.status);
		if (response.status !== 200) {
			const member = await newStaff('trainer');
			for (const act of ['change', 'stop', 'resume'])
				await press(browser, `/trainer/staff?/${act}`, { member: member.id, role: 'manager' });
			expect(await staffById(member.id)).toMatchObject({ role: 'trainer', active: true });
		}
	});
	test('a manager of a place sees who works there, and no address of others', async () => {
		const [hers, foreign] = await Promise.all([
			newStaff('trainer', [COMMUNE]),
			newStaff('trainer', [OTHER_PROVINCE])
		]);
		const page = await (await (await managerOf(PROVINCE)).fetch('/trainer/staff')).text();
		expect(page).toContain(hers.email);
		expect(page).not.toContain(foreign.email);
		expect(page).not.toContain(house.manager.email);
		// Who trains a group there is known by name; her address is for who looks after her.
		expect(page).toContain(village.trainer.id === '' ? '' : village.group.name);
		expect(page).not.toContain(village.trainer.email);
	});
	test('gives work and places, never more than she has, and nothing to herself', async () => {
		const boss = await newStaff('manager', [PROVINCE]);
		const browser = await signedIn(boss.email);
		const hers = await newStaff('trainer', [COMMUNE]);
		expect(
			await change(browser, hers, [
				['role', 'expert'],
				['places', COMMUNE],
				['places', OTHER_COMMUNE]
			])
		).toMatchObject({ type: 'success' });
		expect(await staffById(hers.id)).toMatchObject({ role: 'expert', places: [COMMUNE, OTHER_COMMUNE] });
		const refused: { member: StaffMember; values: [string, string][]; code: string }[] = [
			{ member: hers, values: [['role', 'expert']], code: 'place_not_yours' },
			// As with an invitation: other managers are those of the whole programme's.
			{
				member: hers,
				values: [
					['role', 'manager'],
					['places', COMMUNE]
				],
				code: 'role_not_yours'
			},
			{
				member: await newStaff('manager', [COMMUNE]),
				values: [
					['role', 'trainer'],
					['places', COMMUNE]
				],
				code: 'staff_not_yours'
			},
			{
				member: hers,
				values: [
					['role', 'trainer'],
					['places', OTHER_PROVINCE]
				],
				code: 'place_not_yours'
			},
			{
				member: hers,
				values: [
					['role', 'trainer'],
					['places', '99999']
				],
				code: 'place_unknown'
			},
			{
				member: hers,
				values: [
					['role', 'owner'],
					['places', COMMUNE]
				],
				code: 'role_unknown'
			},
			{
				member: hers,
				values: [
					['role', ''],
					['places', COMMUNE]
				],
				code: 'role_unknown'
			},
			{
				member: hers,
				values: [
					['role', 'trainer'],
					['addPlace', 'zzzz']
				],
				code: 'place_unknown'
			},
			{ member: boss, values: [['role', 'manager']], code: 'staff_not_yours' },
			{
				member: await newStaff('trainer'),
				values: [
					['role', 'trainer'],
					['places', COMMUNE]
				],
				code: 'staff_not_yours'
			},
			{
				member: await newStaff('trainer', [OTHER_PROVINCE]),
				values: [
					['role', 'trainer'],
					['places', COMMUNE]
				],
				code: 'staff_not_yours'
			},
			{
				member: await newStaff('owner'),
				values: [
					['role', 'trainer'],
					['places', COMMUNE]
				],
				code: 'staff_not_yours'
			}
		];
		for (const { member, values, code } of refused) {
			const before = await staffById(member.id);
			const answer = await change(browser, member, values);
			expect(answer.type, code).toBe('failure');
			expect(answer.data).toEqual(failed(code));
			expect(await staffById(member.id)).toEqual(before);
		}
	});
	test('a place that was typed is found by the server; several are asked about', async () => {
		const member = await newStaff('trainer');
		expect(
			await change(manager, member, [
				['role', 'trainer'],
				['addPlace', 'tỉnh sơn la']
			])
		).toMatchObject({ type: 'success' });
		expect(await staffById(member.id)).toMatchObject({ places: ['14'] });
		const asked = await change(manager, member, [
			['role', 'trainer'],
			['places', '14'],
			['addPlace', 'na ri']
		]);
		expect(asked.data).toEqual(failed('place_which'));
		expect(asked.data).toContain('Xã Na Rì');
	});
	test('who is put out of work is signed out at once and cannot sign in, until she is taken back', async () => {
		const member = await newStaff('trainer');
		const browser = await signedIn(member.email);
		expect((await browser.fetch('/trainer')).status).toBe(200);
		expect(await press(manager, '/trainer/staff?/stop', { member: member.id })).toMatchObject({
			type: 'success'
		});
		expect((await browser.fetch('/trainer')).status).toBe(303);
		await expect(signedIn(member.email, PASSWORD)).rejects.toThrow();
		const left = await (
			await pocketbase()
		)
			.collection('sessions')
			.getList(1, 1, { filter: `user = "${member.id}"` });
		expect(left.totalItems).toBe(0);
		expect(await press(manager, '/trainer/staff?/resume', { member: member.id })).toMatchObject({
			type: 'success'
		});
		expect((await (await signedIn(member.email)).fetch('/trainer')).status).toBe(200);
	});
	test('a change of places holds at her next request', async () => {
		const member = await newStaff('manager', [OTHER_PROVINCE]);
		const browser = await signedIn(member.email);
		expect((await browser.fetch(`/trainer/groups/${village.group.id}`)).status).toBe(403);
		await change(manager, member, [
			['role', 'manager'],
			['places', PROVINCE]
		]);
		expect((await browser.fetch(`/trainer/groups/${village.group.id}`)).status).toBe(200);
		await change(manager, member, [
			['role', 'trainer'],
			['places', PROVINCE]
		]);
		expect((await browser.fetch(`/trainer/groups/${village.group.id}`)).status).toBe(403);
	});
	test('what is written down says what was done, by ids alone', async () => {
		const member = await newStaff('trainer');
		await change(manager, member, [
			['role', 'trainer'],
			['places', PROVINCE]
		]);
		const pb = await pocketbase();
		const rows = await pb.collection('audit').getFullList({ filter: `about ~ "${member.id}"` });
		expect(rows.map(({ what }) => what as string)).toContain('staff.changed');
	});
});

test('adding many women is stopped at a closed group’s door, and facts never reach a phone', async () => {
	const own = await newVillage();
	const [learner] = await addLearners(
		own.group.id,
		[
			{
				name: 'Bàn Mùi Khé',
				picture: 'fish',
				facts: { birthYear: 1970, ethnicity: '09', household: 'poor', disability: 'yes' }
			}
		],
		own.trainer.id
	);
	const { issueCard } = await import('$lib/server/repositories/learners');
	const card = await issueCard(learner!.id);
	const phone = await new Phone().join({ ...learner!, card });
	expect(JSON.stringify(await phone.sync([]))).not.toMatch(/poor|1970|ethnicity/);
});
