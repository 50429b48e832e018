import { beforeAll, describe, expect, test } from 'vitest';
import { groupById, groupsOf } from '$lib/server/repositories/groups';
import { learnerById, learnersOfGroup } from '$lib/server/repositories/learners';
import { newPublicId } from '$lib/server/secrets';
import { Browser } from './browser';
import { house } from './house';
import { asStaff, newStaff, newVillage, signedIn, type Village } from './people';
import { answered, completed, heard, Phone } from './phone';

/** Presses a button of a form as the page's script does, and gives the action's result as it is sent. */
async function press(
	browser: Browser,
	path: string,
	values: Record<string, string> | [string, string][] | FormData
) {
	const body = values instanceof FormData ? values : new URLSearchParams(values);
	const headers = { origin: house.origin, accept: 'application/json', 'x-sveltekit-action': 'true' };
	const response = await browser.fetch(path, { method: 'POST', headers, body });
	const text = await response.text();
	const result = (text.startsWith('{') ? JSON.parse(text) : {}) as {
		type?: string;
		status?: number;
		location?: string;
		data?: string;
	};
	return { http: response.status, text, ...result };
}
const key = () => newPublicId(15);
const codesIn = (text: string) => [...new Set(text.match(/(?<=")\d{8}(?=\\?")/g))];
const secretsIn = (text: string) => [...new Set(text.match(/(?<=join#)[\w-]{22}/g))];

let village: Village;
let other: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
beforeAll(async () => {
	[village, other] = await Promise.all([newVillage(3), newVillage(1)]);
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(other.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
});
const groupPath = () => `/trainer/groups/${village.group.id}`;
const nameOfFirst = () => village.women[0]?.name ?? '';
const womanPath = () => `/trainer/women/${village.women[0]?.id}`;

describe('who sees a village', () => {
	const pages = [
		{ page: 'the group', path: () => groupPath() },
		{ page: 'its cards', path: () => `${groupPath()}/cards` },
		{ page: 'a woman', path: () => womanPath() },
		{ page: 'the poll', path: () => `/api/groups/${village.group.id}` }
	];
	const people = [
		{ who: 'a guest', enter: () => Promise.resolve(new Browser()), status: [303, 401] },
		{ who: "another village's trainer", enter: () => Promise.resolve(stranger), status: [403] },
		{ who: 'an expert', enter: async () => signedIn((await newStaff('expert')).email), status: [403] },
		{
			who: "the machine's owner",
			enter: async () => signedIn((await newStaff('owner')).email),
			status: [403]
		},
		{ who: 'her trainer', enter: () => Promise.resolve(trainer), status: [200] },
		{ who: 'the manager', enter: () => Promise.resolve(manager), status: [200] }
	];
	test.each(pages.flatMap((page) => people.map((person) => ({ ...page, ...person }))))(
		'$page: $who is answered $status',
		async ({ path, enter, status }) => {
			const response = await (await enter()).fetch(path());
			const text = await response.text();
			expect(status).toContain(response.status);
			expect(text.includes(nameOfFirst())).toBe(response.status === 200);
			// Whoever asks, this never leaves the server.
			expect(text).not.toMatch(/secretHash|codeHash|@example\.test|createdBy/);
			expect(secretsIn(text)).toEqual([]);
		}
	);

	test.each([
		'/trainer/groups/aaaaaaaaaaaaaaa',
		'/trainer/women/aaaaaaaaaaaaaaa',
		'/api/groups/..%2f..',
		'/api/groups/A'
	])('what does not exist is 404: %s', async (path) => expect((await trainer.fetch(path)).status).toBe(404));

	test('her list holds her groups and no others', async () => {
		const text = await (await trainer.fetch('/trainer')).text();
		expect(text).toContain(village.group.id);
		expect(text).not.toContain(other.group.id);
	});
});

describe('who changes a village', () => {
	const acts: { act: string; path: () => string; values: Record<string, string> }[] = [
		{ act: 'add women', path: () => `${groupPath()}?/add`, values: { names: 'Chị Mới' } },
		{ act: 'issue cards', path: () => `${groupPath()}/cards?/issue`, values: { who: 'new' } },
		{ act: 'rename', path: () => `${womanPath()}?/rename`, values: { name: 'X', picture: 'fish' } },
		{ act: 'reset a code', path: () => `${womanPath()}?/resetCode`, values: {} },
		{ act: 'lock a card', path: () => `${womanPath()}?/revokeCard`, values: {} },
		{ act: 'revoke a phone', path: () => `${womanPath()}?/revokePhone`, values: { phone: 'a'.repeat(26) } }
	];
	test.each(acts)("another village's trainer may not $act", async ({ path, values }) => {
		const before = await learnersOfGroup(village.group.id);
		const { http, status, text } = await press(stranger, path(), { key: key(), ...values });
		expect([http, status]).toContain(403);
		expect(text).not.toContain(nameOfFirst());
		expect(await learnersOfGroup(village.group.id)).toEqual(before);
	});
	test.each(acts)('a guest may not $act', async ({ path, values }) => {
		const before = await learnersOfGroup(village.group.id);
		const { location } = await press(new Browser(), path(), { key: key(), ...values });
		expect(location).toMatch(/^\/sign-in\?to=/);
		expect(await learnersOfGroup(village.group.id)).toEqual(before);
	});
	test('a form from another site is refused', async () => {
		const headers = { origin: 'https://elsewhere.example' };
		const response = await trainer.submit(`${groupPath()}?/add`, { key: key(), names: 'Chị Mới' }, headers);
		expect(response.status).toBe(403);
	});
});

describe('the poll', () => {
	test('is 304 until a phone has delivered, and then tells what she did', async () => {
		const { group, trainer: hers, women } = await newVillage(1);
		const browser = await signedIn(hers.email);
		const path = `/api/groups/${group.id}`;
		const phone = await new Phone().join(women[0]!);
		const first = await browser.fetch(path);
		const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
		expect((await browser.fetch(path, { headers })).status).toBe(304);
		const wrong = answered(2, false);
		await phone.sync(phone.events(heard(1), answered(1, true), wrong, wrong, wrong));
		const then = await browser.fetch(path, { headers });
		expect(then.status).toBe(200);
		const { women: rows } = (await then.json()) as { women: Record<string, unknown>[] };
		expect(rows[0]).toMatchObject({ id: women[0]!.id, phones: 1, stuck: [{ question: 2, wrong: 3 }] });
		await phone.sync(phone.events(answered(2, true), completed()));
		const { women: later } = (await (await browser.fetch(path)).json()) as {
			women: Record<string, unknown>[];
		};
		expect(later[0]).toMatchObject({ stuck: [] });
		expect(JSON.stringify(later[0]?.squares)).toContain('d');
	});
	test.each(['POST', 'PUT', 'DELETE'])('knows no %s', async (method) => {
		const response = await trainer.fetch(`/api/groups/${village.group.id}`, {
			method,
			headers: { origin: house.origin }
		});
		expect(response.status).toBe(405);
	});
});

describe('making a group', () => {
	test('pressed twice at once makes one, and both presses lead to it', async () => {
		const id = key();
		const values = { key: id, name: '  Bản   Hon ', place: 'Sơn La' };
		const [one, two] = await Promise.all([
			press(trainer, '/trainer?/make', values),
			press(trainer, '/trainer?/make', values)
		]);
		expect([one.location, two.location]).toEqual([`/trainer/groups/${id}`, `/trainer/groups/${id}`]);
		const groups = await groupsOf(asStaff(village.trainer));
		expect(groups.filter(({ name }) => name === 'Bản Hon')).toHaveLength(1);
		expect(await groupById(id)).toMatchObject({ place: 'Sơn La', trainers: [village.trainer.id] });
	});
	test.each([
		{ says: 'no name', values: { name: ' ' }, code: 'name_missing' },
		{ says: 'a name of 81 letters', values: { name: 'Ẵ'.repeat(81) }, code: 'name_too_long' },
		{
			says: 'a place of 121 letters',
			values: { name: 'Hon', place: 'x'.repeat(121) },
			code: 'place_too_long'
		},
		{ says: 'no key', values: { name: 'Hon', key: '' }, code: 'form_unreadable' },
		{ says: 'a key that is a path', values: { name: 'Hon', key: '../../superuser' }, code: 'form_unreadable' }
	])('with $says is a kind problem, and what she typed comes back', async ({ values, code }) => {
		const answer = await press(trainer, '/trainer?/make', { key: key(), place: 'ở đây', ...values });
		expect(answer).toMatchObject({ type: 'failure', status: 400 });
		expect(answer.data).toContain(code);
		expect(answer.data).toContain(values.place ?? 'ở đây');
	});
	test("with another's key changes nothing of hers", async () => {
		const answer = await press(stranger, '/trainer?/make', { key: village.group.id, name: 'Của tôi' });
		expect(answer.location).toBe(`/trainer/groups/${village.group.id}`);
		expect((await stranger.fetch(answer.location!)).status).toBe(403);
		expect((await groupById(village.group.id))?.name).toBe(village.group.name);
	});
	test('a manager names a trainer, and nobody who is none', async () => {
		const mine = key();
		await press(manager, '/trainer?/make', { key: mine, name: 'Bản Mới', trainer: village.trainer.id });
		expect((await groupById(mine))?.trainers).toEqual([village.trainer.id]);
		const expert = await newStaff('expert');
		const answer = await press(manager, '/trainer?/make', { key: key(), name: 'Bản Cũ', trainer: expert.id });
		expect(answer.data).toContain('trainer_unknown');
	});
	test('a trainer cannot give her group to another', async () => {
		const mine = key();
		await press(trainer, '/trainer?/make', { key: mine, name: 'Bản Khác', trainer: other.trainer.id });
		expect((await groupById(mine))?.trainers).toEqual([village.trainer.id]);
	});
});

describe('adding women', () => {
	test('pressed twice at once adds each once, with distinct pictures, as text whatever it looks like', async () => {
		const { group, trainer: hers } = await newVillage(0);
		const browser = await signedIn(hers.email);
		const values = { key: key(), names: '1. Lò Thị Mẩy\r\n<script>alert(1)</script>\n ꪼꪕ ꪵꪚꪒ \n\n' };
		const path = `/trainer/groups/${group.id}`;
		const answers = await Promise.all([
			press(browser, `${path}?/add`, values),
			press(browser, `${path}?/add`, values)
		]);
		expect(answers.map(({ location }) => location)).toEqual([`${path}?added=3`, `${path}?added=3`]);
		const women = await learnersOfGroup(group.id);
		expect(women.map(({ name }) => name).sort()).toEqual([
			'<script>alert(1)</script>',
			'Lò Thị Mẩy',
			'ꪼꪕ ꪵꪚꪒ'
		]);
		expect(new Set(women.map(({ picture }) => picture)).size).toBe(3);
		expect(await (await browser.fetch(path)).text()).not.toContain('<script>alert(1)');
	});
	test('a name that is there already is asked about, and taken when she says so', async () => {
		const { group, trainer: hers, women } = await newVillage(1);
		const browser = await signedIn(hers.email);
		const path = `/trainer/groups/${group.id}?/add`;
		const values = { key: key(), names: `${women[0]!.name.toLowerCase()}\nNga` };
		const asked = await press(browser, path, values);
		expect(asked).toMatchObject({ type: 'failure', status: 409 });
		expect(asked.data).toContain('already_here');
		expect(await learnersOfGroup(group.id)).toHaveLength(1);
		expect((await press(browser, path, { ...values, different: 'on' })).type).toBe('redirect');
		expect(await learnersOfGroup(group.id)).toHaveLength(3);
	});
	test.each([
		{ says: 'nothing', names: '\n \n', code: 'no_names' },
		{
			says: '61 names',
			names: Array.from({ length: 61 }, (_, i) => `Chị ${i}`).join('\n'),
			code: 'too_many_names'
		},
		{ says: 'a name of 81 letters', names: 'Ẵ'.repeat(81), code: 'names_too_long' },
		{ says: 'a name twice', names: 'Nga\nNga', code: 'twice' }
	])('$says adds nobody', async ({ names, code }) => {
		const before = await learnersOfGroup(village.group.id);
		const answer = await press(trainer, `${groupPath()}?/add`, { key: key(), names });
		expect(answer.type).toBe('failure');
		expect(answer.data).toContain(code);
		expect(await learnersOfGroup(village.group.id)).toEqual(before);
	});
	test('a file in place of the names is no name', async () => {
		const form = new FormData();
		form.set('key', key());
		form.set('names', new File(['Nga'], 'names.txt'));
		expect((await press(trainer, `${groupPath()}?/add`, form)).data).toContain('no_names');
	});
	test('more than a form may hold is 413', async () => {
		const { http } = await press(trainer, `${groupPath()}?/add`, { key: key(), names: 'x'.repeat(300_000) });
		expect(http).toBe(413);
	});
});

describe('cards', () => {
	async function newcomers() {
		const { group, trainer: hers } = await newVillage(0);
		const browser = await signedIn(hers.email);
		await press(browser, `/trainer/groups/${group.id}?/add`, { key: key(), names: 'Mẩy\nNga' });
		return { browser, path: `/trainer/groups/${group.id}/cards`, women: await learnersOfGroup(group.id) };
	}

	test('are issued to all who have none, work, and are shown this once', async () => {
		const { browser, path } = await newcomers();
		const { data = '' } = await press(browser, `${path}?/issue`, { key: key(), who: 'new' });
		const [code] = codesIn(data);
		const [secret] = secretsIn(data);
		expect([codesIn(data).length, secretsIn(data).length]).toEqual([2, 2]);
		expect(data).toContain(`${house.origin}/join#${secret}`);
		const looks = await Promise.all([
			new Browser().post('/api/join/look', { code }),
			new Browser().post('/api/join/look', { secret })
		]);
		expect(looks.map(({ status }) => status)).toEqual([200, 200]);
		const later = await (await browser.fetch(path)).text();
		expect(later).not.toContain(secret);
		expect(later).not.toContain(code);
	});
	test('pressed twice at once are the same cards, not two sets of which one is void', async () => {
		const { browser, path } = await newcomers();
		const values = { key: key(), who: 'new' };
		const [one, two] = await Promise.all([
			press(browser, `${path}?/issue`, values),
			press(browser, `${path}?/issue`, values)
		]);
		expect(secretsIn(one.data ?? '')).toHaveLength(2);
		expect(secretsIn(two.data ?? '').sort()).toEqual(secretsIn(one.data ?? '').sort());
	});
	test('made anew void the old one of that woman and of no other', async () => {
		const { browser, path, women } = await newcomers();
		const old = codesIn((await press(browser, `${path}?/issue`, { key: key(), who: 'new' })).data ?? '');
		const again = await press(browser, `${path}?/issue`, [
			['key', key()],
			['woman', women[0]!.id],
			['woman', 'aaaaaaaaaaaaaaa']
		]);
		expect(codesIn(again.data ?? '')).toHaveLength(1);
		const looks = await Promise.all(old.map((code) => new Browser().post('/api/join/look', { code })));
		expect(looks.map(({ status }) => status).sort()).toEqual([200, 404]);
	});
	test("are not made for another village's woman, nor for nobody", async () => {
		const before = await learnerById(other.women[0]!.id);
		const answer = await press(trainer, `${groupPath()}/cards?/issue`, {
			key: key(),
			woman: other.women[0]!.id
		});
		expect(answer.data).toContain('nobody_chosen');
		expect(await learnerById(other.women[0]!.id)).toEqual(before);
	});
});

describe('one woman', () => {
	test('a revoked phone is turned away, twice is as once, and her other phone goes on', async () => {
		const { trainer: hers, women } = await newVillage(1);
		const browser = await signedIn(hers.email);
		const [lost, kept] = await Promise.all([new Phone().join(women[0]!), new Phone().join(women[0]!)]);
		const path = `/trainer/women/${women[0]!.id}?/revokePhone`;
		const answers = await Promise.all([1, 2].map(() => press(browser, path, { phone: lost.device })));
		expect(answers.map(({ type }) => type)).toEqual(['success', 'success']);
		const refused = await lost.send(lost.events(heard(1)));
		expect([refused.status, await refused.json()]).toMatchObject([401, { code: 'device_revoked' }]);
		expect((await kept.send(kept.events(heard(1)))).status).toBe(200);
	});
	test("another woman's phone cannot be revoked from her page", async () => {
		const phone = await new Phone().join(other.women[0]!);
		const answer = await press(trainer, `${womanPath()}?/revokePhone`, { phone: phone.device });
		expect(answer).toMatchObject({ type: 'failure', status: 404 });
		expect((await phone.send([])).status).toBe(200);
	});
	test('her picture code is opened with the next sync', async () => {
		const phone = await new Phone().join(village.women[1]!);
		expect((await phone.sync()).changes.learner.codeResetAtMs).toBeNull();
		await press(trainer, `/trainer/women/${village.women[1]!.id}?/resetCode`, {});
		expect((await phone.sync()).changes.learner.codeResetAtMs).toBeGreaterThan(0);
	});
	test('a locked card opens nothing; the phone that has joined goes on', async () => {
		const woman = village.women[2]!;
		const phone = await new Phone().join(woman);
		await press(trainer, `/trainer/women/${woman.id}?/revokeCard`, {});
		expect((await new Browser().post('/api/join/look', { secret: woman.card.secret })).status).toBe(410);
		expect((await phone.send([])).status).toBe(200);
	});
	test.each([
		{ says: 'no name', values: { name: ' ', picture: 'fish' }, code: 'woman_name_missing' },
		{ says: 'too long a name', values: { name: 'x'.repeat(81), picture: 'fish' }, code: 'name_too_long' },
		{ says: 'an unknown picture', values: { name: 'Nga', picture: '../../x' }, code: 'picture_unknown' }
	])('is not renamed to $says', async ({ values, code }) => {
		expect((await press(trainer, `${womanPath()}?/rename`, values)).data).toContain(code);
		expect((await learnerById(village.women[0]!.id))?.name).toBe(village.women[0]!.name);
	});
	test('is renamed, on her phone too', async () => {
		const { trainer: hers, women } = await newVillage(1);
		const phone = await new Phone().join(women[0]!);
		const browser = await signedIn(hers.email);
		await press(browser, `/trainer/women/${women[0]!.id}?/rename`, { name: 'Lý Tả Mẩy', picture: 'bee' });
		expect((await phone.sync()).changes.learner).toMatchObject({ name: 'Lý Tả Mẩy', picture: 'bee' });
	});
});

describe('the language of the console', () => {
	test('is kept, and problems come in it', async () => {
		const browser = await signedIn(village.trainer.email);
		const changed = await browser.submit('/trainer/language', { language: 'en', to: groupPath() });
		expect([changed.status, changed.headers.get('location')]).toEqual([303, groupPath()]);
		expect(await (await browser.fetch('/trainer')).text()).toContain('Today');
		expect((await press(browser, '/trainer?/make', { key: key() })).data).toContain(
			'The group needs a name.'
		);
	});
	test.each(['//elsewhere.example', 'https://elsewhere.example', '/trainer/../sign-out', ''])(
		'leads to no other place: "%s"',
		async (to) => {
			const response = await trainer.submit('/trainer/language', { language: 'vi', to });
			expect(response.headers.get('location')).toBe('/trainer');
		}
	);
});
