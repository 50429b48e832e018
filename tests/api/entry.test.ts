import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { groupById } from '$lib/server/repositories/groups';
import { invite } from '$lib/server/repositories/invitations';
import { giveCode } from '$lib/server/repositories/staff-codes';
import { allStaff, createStaff, staffById } from '$lib/server/repositories/staff';
import { newPublicId } from '$lib/server/secrets';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, PASSWORD, signedIn } from './people';
import { press } from './press';

const NEW_PASSWORD = 'ngô nở trên nương xa';
const DAY_MS = 24 * 3600_000;
const key = () => newPublicId(15);
const newEmail = () => `moi-${randomInt(1_000_000_000)}@na-ri.example`;

let manager: Browser;
/** Looks after Thái Nguyên (19), where Na Rì is. */
let placed: Browser;
let placedId: string;
beforeAll(async () => {
	manager = await signedIn(house.manager.email, house.manager.password);
	const member = await newPlacedManager(['19']);
	placedId = member.id;
	placed = await signedIn(member.email);
});

async function newPlacedManager(places: string[]) {
	const email = `placed-${randomInt(1_000_000_000)}@example.test`;
	return createStaff({
		...{ name: 'Chị Quản', email, picture: 'fish', role: 'manager', password: PASSWORD, places }
	});
}

const inviteBy = async (browser: Browser, values: Record<string, string> | [string, string][]) => {
	const pairs = Array.isArray(values) ? values : Object.entries(values);
	const answer = await press(browser, '/trainer/entry?/invite', [['key', key()], ...pairs]);
	return { ...answer, secret: /invite#([\w-]{22})/.exec(answer.text)?.[1] ?? '' };
};
const accept = (browser: Browser, values: Record<string, string>) =>
	press(browser, '/invite?/accept', { name: 'Cô Mới', password: NEW_PASSWORD, ...values });
const look = (browser: Browser, secret: string) => browser.post('/api/invite', { secret });
const useCode = (browser: Browser, values: Record<string, string>) =>
	press(browser, '/sign-in/code', { password: NEW_PASSWORD, ...values });
const audited = async (filter: string, values: Record<string, string>) => {
	const pb = await pocketbase();
	return pb.collection('audit').getFullList<{ who: string; what: string; about: string }>({
		filter: pb.filter(filter, values)
	});
};

describe('an invitation', () => {
	test('makes a trainer with a group, in her own browser, once', async () => {
		const { group } = await newVillage();
		const { secret, text } = await inviteBy(manager, {
			...{ name: 'Cô Mới', role: 'trainer', group: group.id, places: '19' }
		});
		expect(text).toContain('/invite#');
		const guest = new Browser();
		const seen = await (await look(guest, secret)).json();
		expect(seen).toMatchObject({
			invitation: { name: 'Cô Mới', role: 'trainer', groups: [group.name], places: ['Tỉnh Thái Nguyên'] }
		});
		expect(JSON.stringify(seen)).not.toContain(group.id);

		const email = newEmail();
		const entered = await accept(guest, { secret, email: ` ${email.toUpperCase()} ` });
		expect(entered).toMatchObject({ type: 'redirect', location: '/trainer' });
		expect((await guest.fetch(`/trainer/groups/${group.id}`)).status).toBe(200);
		expect((await guest.fetch('/trainer/entry')).status).toBe(403);
		const member = (await allStaff()).find((one) => one.email === email);
		expect(member).toMatchObject({ role: 'trainer', active: true, places: ['19'] });
		expect((await groupById(group.id))?.trainers).toContain(member?.id);
		expect(await audited('who = {:id} && what = "staff.joined"', { id: member?.id ?? '' })).toHaveLength(1);

		const again = await accept(new Browser(), { secret, email: newEmail() });
		expect(again.status).toBe(410);
		expect((await look(new Browser(), secret)).status).toBe(410);
		await signedIn(email, NEW_PASSWORD);
	});

	test('is kept as a hash', async () => {
		const { secret } = await inviteBy(manager, { name: 'Cô Kín', role: 'expert' });
		const rows = await (await pocketbase()).collection('invitations').getFullList();
		expect(secret).toHaveLength(22);
		expect(JSON.stringify(rows)).not.toContain(secret);
		expect(await (await manager.fetch('/trainer/entry')).text()).not.toContain(secret);
	});

	test('pressed twice is one, and its link is not made anew', async () => {
		const once = key();
		const values = { key: once, name: 'Cô Hai Lần', role: 'expert' };
		const [one, two] = await Promise.all([
			press(manager, '/trainer/entry?/invite', values),
			press(manager, '/trainer/entry?/invite', values)
		]);
		expect(one.text).toBe(two.text);
	});

	test.each([
		['nobody', { name: ' ', role: 'trainer' }, 'person_name_missing', 400],
		['a very long name', { name: 'x'.repeat(81), role: 'trainer' }, 'name_too_long', 400],
		['an owner', { name: 'Chủ', role: 'owner' }, 'role_not_yours', 403],
		['what is no role', { name: 'Ai', role: 'king' }, 'role_not_yours', 403],
		['a place that is none', { name: 'Ai', role: 'trainer', places: '99999' }, 'place_unknown', 400],
		['a group that is none', { name: 'Ai', role: 'trainer', group: 'a'.repeat(15) }, 'groups_not_yours', 403]
	])('is not made for %s', async (_what, values, code, status) => {
		const answer = await inviteBy(manager, values as Record<string, string>);
		expect(answer.status).toBe(status);
		expect(answer.text).toContain(code);
		expect(answer.secret).toBe('');
	});

	test('never gives more than its maker has', async () => {
		const { group } = await newVillage();
		const cases: [Record<string, string>, string][] = [
			[{ name: 'A', role: 'manager', places: '19' }, 'role_not_yours'],
			[{ name: 'A', role: 'trainer' }, 'places_missing'],
			[{ name: 'A', role: 'trainer', places: '01' }, 'place_not_yours'],
			[{ name: 'A', role: 'trainer', places: '19', group: group.id }, 'groups_not_yours']
		];
		for (const [values, code] of cases) {
			const answer = await inviteBy(placed, values);
			expect(answer.text).toContain(code);
			expect(answer.secret).toBe('');
		}
		expect((await inviteBy(placed, { name: 'A', role: 'trainer', places: '19' })).secret).not.toBe('');
		for (const browser of [new Browser(), await signedIn((await newStaff('trainer')).email)])
			expect((await inviteBy(browser, { name: 'A', role: 'trainer' })).secret).toBe('');
	});

	test('lapses when its maker does not work here any more', async () => {
		const member = await newPlacedManager(['19']);
		const { secret } = await invite({
			...{ name: 'A', role: 'trainer', places: ['19'], groups: [], invitedBy: member.id }
		});
		await (await pocketbase()).collection('staff').update(member.id, { active: false });
		expect((await look(new Browser(), secret)).status).toBe(410);
		expect((await accept(new Browser(), { secret, email: newEmail() })).text).toContain('invite_withdrawn');
	});

	test.each([
		['no secret', ''],
		['a short one', 'abc'],
		['a wrong one', 'A'.repeat(22)],
		['one with something at its end', `${'A'.repeat(22)}x`],
		['SQL', `' OR 1=1 --${'A'.repeat(11)}`]
	])('does not open with %s', async (_what, secret) => {
		expect([400, 404]).toContain((await look(new Browser(), secret)).status);
		const answer = await accept(new Browser(), { secret, email: newEmail() });
		expect(answer.status).toBe(404);
		expect(answer.text).toContain('invite_unknown');
	});

	test('runs out after seven days, and can be withdrawn', async () => {
		const values = { name: 'A', role: 'trainer', places: [], groups: [], invitedBy: '' } as const;
		const { secret: old } = await invite(
			{ ...values, places: [], groups: [] },
			Date.now() - 7 * DAY_MS - 1000
		);
		expect((await accept(new Browser(), { secret: old, email: newEmail() })).text).toContain(
			'invite_expired'
		);

		const { secret } = await inviteBy(manager, { name: 'Cô Rút', role: 'trainer' });
		const page = await (await manager.fetch('/trainer/entry')).text();
		const id =
			/value="([a-z0-9]{15})"[^>]*>\s*(?:<!--[^>]*-->)?/.exec(page.slice(page.indexOf('Cô Rút')))?.[1] ?? '';
		expect(page).toContain('Cô Rút');
		expect((await press(placed, '/trainer/entry?/withdraw', { invitation: id })).status).toBe(404);
		expect((await press(manager, '/trainer/entry?/withdraw', { invitation: id })).type).toBe('success');
		expect((await look(new Browser(), secret)).status).toBe(410);
		expect((await accept(new Browser(), { secret, email: newEmail() })).text).toContain('invite_withdrawn');
		expect((await press(manager, '/trainer/entry?/withdraw', { invitation: id })).status).toBe(404);
		expect(await (await placed.fetch('/trainer/entry')).text()).not.toContain('Cô Rút');
	});

	test('taken by two at once makes one member', async () => {
		const { secret } = await inviteBy(manager, { name: 'Cô Một', role: 'trainer' });
		const before = (await allStaff()).length;
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => accept(new Browser(), { secret, email: newEmail() }))
		);
		expect(answers.filter(({ type }) => type === 'redirect')).toHaveLength(1);
		expect(answers.filter(({ status }) => status === 410)).toHaveLength(4);
		expect((await allStaff()).length).toBe(before + 1);
	});

	test('stays open for who mistypes, and names a taken name', async () => {
		const { secret } = await inviteBy(manager, { name: 'Cô Nhầm', role: 'trainer' });
		const known = await newStaff('trainer');
		const guest = new Browser();
		for (const [values, code, status] of [
			[{ name: ' ' }, 'person_name_missing', 400],
			[{ email: 'không phải thư' }, 'email_faulty', 400],
			[{ email: known.email.toUpperCase() }, 'email_taken', 409],
			[{ password: 'ngắn' }, 'password_short', 400],
			[{ password: '123456789012' }, 'password_plain', 400],
			[{ password: 'ậ'.repeat(40) }, 'password_long', 400]
		] as const) {
			const answer = await accept(guest, { secret, email: newEmail(), ...values });
			expect(answer.text).toContain(code);
			expect(answer.status).toBe(status);
		}
		const email = newEmail();
		expect((await accept(guest, { secret, email })).type).toBe('redirect');
		expect((await staffById(known.id))?.active).toBe(true);
	});

	test('does not say which names are taken to who holds none', async () => {
		const known = await newStaff('trainer');
		const answer = await accept(new Browser(), { secret: 'B'.repeat(22), email: known.email });
		expect(answer.text).toContain('invite_unknown');
	});
});

describe('a one-time code', () => {
	const codeFor = async (browser: Browser, member: string) => {
		const answer = await press(browser, '/trainer/entry?/code', { member });
		return {
			...answer,
			code: /"([a-hj-km-np-z2-9]{8})"/.exec(answer.text.replaceAll('\\"', '"'))?.[1] ?? ''
		};
	};

	test('sets a new password once, signs in, and ends her other sessions', async () => {
		const member = await newStaff('trainer');
		const old = await signedIn(member.email);
		const { code } = await codeFor(manager, member.id);
		expect(code).toHaveLength(8);
		const fresh = new Browser();
		const typed = `${code.slice(0, 4).toUpperCase()} - ${code.slice(4)}`;
		const entered = await useCode(fresh, { email: member.email, code: typed });
		expect(entered).toMatchObject({ type: 'redirect', location: '/trainer' });
		expect((await fresh.fetch('/trainer')).status).toBe(200);
		expect((await old.fetch('/trainer')).status).toBe(303);
		await expect(signedIn(member.email)).rejects.toThrow('401');
		await signedIn(member.email, NEW_PASSWORD);
		const again = await useCode(new Browser(), { email: member.email, code, password: 'một câu khác nữa' });
		expect(again.text).toContain('code_wrong');
		await signedIn(member.email, NEW_PASSWORD);
		const acts = await audited('about = {:id}', { id: member.id });
		expect(acts.map(({ what }) => what)).toEqual(
			expect.arrayContaining(['staff.code-given', 'staff.password-reset', 'staff.password-reset-failed'])
		);
		expect(JSON.stringify(acts)).not.toContain(code);
	});

	test('dies with five wrong tries, from wherever they come', async () => {
		const member = await newStaff('trainer');
		const code = (await giveCode(member.id, '')) ?? '';
		for (let n = 0; n < 5; n++)
			expect((await useCode(new Browser(), { email: member.email, code: 'aaaabbbb' })).status).toBe(401);
		expect((await useCode(new Browser(), { email: member.email, code })).status).toBe(401);
		await signedIn(member.email);
	});

	test('is good for half an hour, and the next one ends it', async () => {
		const member = await newStaff('trainer');
		const old = (await giveCode(member.id, '', Date.now() - 30 * 60_000 - 1000)) ?? '';
		expect((await useCode(new Browser(), { email: member.email, code: old })).status).toBe(401);
		const first = (await giveCode(member.id, '')) ?? '';
		const second = (await giveCode(member.id, '')) ?? '';
		expect((await useCode(new Browser(), { email: member.email, code: first })).status).toBe(401);
		expect((await useCode(new Browser(), { email: member.email, code: second })).type).toBe('redirect');
	});

	test('two at once set one password', async () => {
		const member = await newStaff('trainer');
		const code = (await giveCode(member.id, '')) ?? '';
		const answers = await Promise.all(
			Array.from({ length: 4 }, () => useCode(new Browser(), { email: member.email, code }))
		);
		expect(answers.filter(({ type }) => type === 'redirect')).toHaveLength(1);
	});

	test('a password that cannot be taken costs no try', async () => {
		const member = await newStaff('trainer');
		const code = (await giveCode(member.id, '')) ?? '';
		for (let n = 0; n < 6; n++)
			expect((await useCode(new Browser(), { email: member.email, code, password: 'ngắn' })).status).toBe(
				400
			);
		expect((await useCode(new Browser(), { email: member.email, code })).type).toBe('redirect');
	});

	test('says the same of a stranger as of a member', async () => {
		const member = await newStaff('trainer');
		const [one, two] = await Promise.all([
			useCode(new Browser(), { email: member.email, code: 'aaaabbbb' }),
			useCode(new Browser(), { email: 'nobody@example.test', code: 'aaaabbbb' })
		]);
		expect(one.status).toBe(two.status);
		expect(one.text.replace(member.email, '')).toBe(two.text.replace('nobody@example.test', ''));
		const acts = await audited('what = "staff.password-reset-failed" && about ~ "…"', {});
		expect(JSON.stringify(acts)).not.toContain('nobody@');
	});

	test('is slowed down by account and by address', async () => {
		const email = newEmail();
		const statuses = [];
		for (let n = 0; n < 11; n++) statuses.push((await useCode(new Browser(), { email, code: 'x' })).status);
		expect(statuses.at(-1)).toBe(429);
		const one = new Browser();
		const more = [];
		for (let n = 0; n < 21; n++) more.push((await useCode(one, { email: newEmail(), code: 'x' })).status);
		expect(more.at(-1)).toBe(429);
	});

	test('is given within reach, and not to oneself', async () => {
		const here = await newVillage();
		const expert = await newStaff('expert');
		const inPlace = await createStaff({
			...{ name: 'Cô Xã', email: newEmail(), picture: 'bee', role: 'trainer', password: PASSWORD },
			places: ['19']
		});
		const me = (await allStaff()).find(({ email }) => email === house.manager.email);
		for (const [browser, id, status] of [
			[placed, here.trainer.id, 404],
			[placed, expert.id, 404],
			[placed, me?.id ?? '', 404],
			[placed, placedId, 403],
			[manager, me?.id ?? '', 403],
			[manager, 'aaaaaaaaaaaaaaa', 404]
		] as const) {
			const answer = await codeFor(browser, id);
			expect(answer.status).toBe(status);
			expect(answer.code).toBe('');
		}
		expect((await codeFor(placed, inPlace.id)).code).toHaveLength(8);
		// A trainer who also looks after a group elsewhere is more than the manager of one place has.
		await (await pocketbase()).collection('groups').update(here.group.id, { 'trainers+': inPlace.id });
		expect((await codeFor(placed, inPlace.id)).code).toBe('');
		expect((await codeFor(manager, inPlace.id)).code).toHaveLength(8);
		const trainer = await signedIn(here.trainer.email);
		expect((await press(trainer, '/trainer/entry?/code', { member: inPlace.id })).http).toBe(403);
	});

	test('opens nothing for who does not work here any more', async () => {
		const member = await newStaff('trainer');
		const code = (await giveCode(member.id, '')) ?? '';
		await (await pocketbase()).collection('staff').update(member.id, { active: false });
		expect((await useCode(new Browser(), { email: member.email, code })).status).toBe(401);
		expect(await giveCode(member.id, '')).toBeNull();
	});
});

describe("the machine's owner", () => {
	const run = async (...args: string[]) => {
		const env = { ...process.env, DATA_DIR: house.dataDir };
		return promisify(execFile)(process.execPath, ['scripts/staff.mjs', ...args], { env });
	};

	test('gives the last manager a code, and makes a new one, from the machine', async () => {
		const member = await newStaff('manager');
		const { stdout } = await run('code', member.email);
		const code = /Code: (\S+)/.exec(stdout)?.[1] ?? '';
		expect((await useCode(new Browser(), { email: member.email, code })).type).toBe('redirect');

		const made = await run('invite', 'Chị', 'Cả');
		const secret = /invite#([\w-]{22})/.exec(made.stdout)?.[1] ?? '';
		const guest = new Browser();
		expect((await accept(guest, { secret, email: newEmail() })).type).toBe('redirect');
		expect((await guest.fetch('/trainer/systems')).status).toBe(200);
	});

	test.each([
		['nobody', ['code', 'nobody@example.test']],
		['nothing', []],
		['another thing', ['delete', 'all']]
	])('hears what was wrong with %s', async (_what, args) => {
		await expect(run(...args)).rejects.toMatchObject({
			code: 1,
			stderr: expect.stringMatching(/\w/) as string
		});
	});

	test('is known by her key alone', async () => {
		for (const browser of [new Browser(), manager, await signedIn((await newStaff('owner')).email)])
			for (const [path, body] of [
				['/api/house/code', { email: house.manager.email }],
				['/api/house/invite', { name: 'A' }]
			] as const) {
				expect((await browser.post(path, body)).status).toBe(401);
				expect((await browser.post(path, body, { authorization: 'Bearer wrong' })).status).toBe(401);
			}
	});
});

describe('an account of her own', () => {
	test('her name and picture', async () => {
		const member = await newStaff('expert');
		const browser = await signedIn(member.email);
		expect((await press(browser, '/trainer/me?/rename', { name: ' Cô  Sao ', picture: 'star' })).type).toBe(
			'success'
		);
		expect(await staffById(member.id)).toMatchObject({ name: 'Cô Sao', picture: 'star' });
		expect((await press(browser, '/trainer/me?/rename', { name: '', picture: 'star' })).status).toBe(400);
		expect((await press(browser, '/trainer/me?/rename', { name: 'A', picture: 'skull' })).status).toBe(400);
		expect(
			(await press(new Browser(), '/trainer/me?/rename', { name: 'A', picture: 'star' })).text
		).toContain('/sign-in');
	});

	test('her password: the old one is asked, others must sign in again', async () => {
		const member = await newStaff('trainer');
		const [here, other] = [await signedIn(member.email), await signedIn(member.email)];
		const change = (old: string, password: string) => press(here, '/trainer/me?/password', { old, password });
		expect((await change('falsch', NEW_PASSWORD)).text).toContain('password_old_wrong');
		expect((await change(PASSWORD, 'kurz')).text).toContain('password_short');
		expect((await change(PASSWORD, PASSWORD)).text).toContain('password_same');
		expect((await change(PASSWORD, member.email)).text).toContain('password_plain');
		expect((await other.fetch('/trainer')).status).toBe(200);
		expect((await change(PASSWORD, NEW_PASSWORD)).type).toBe('success');
		expect((await here.fetch('/trainer')).status).toBe(200);
		expect((await other.fetch('/trainer')).status).toBe(303);
		// However the marks are put together.
		await signedIn(member.email, NEW_PASSWORD.normalize('NFD'));
	});

	test('guessing the old password is slowed down', async () => {
		const member = await newStaff('trainer');
		const browser = await signedIn(member.email);
		const statuses = [];
		for (let n = 0; n < 6; n++)
			statuses.push(
				(await press(browser, '/trainer/me?/password', { old: `x${n}`, password: NEW_PASSWORD })).status
			);
		expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
	});

	test('her sessions, and nobody else’s', async () => {
		const member = await newStaff('trainer');
		const stranger = await newStaff('trainer');
		const agent = 'Mozilla/5.0 (Linux; Android 13; K) Chrome/140.0.0.0 Mobile Safari/537.36';
		const [here, lost, third] = [await signedIn(member.email), new Browser(), await signedIn(member.email)];
		await lost.submit(
			'/sign-in?/signIn',
			{ email: member.email, password: PASSWORD },
			{ 'user-agent': agent }
		);
		const page = await (await here.fetch('/trainer/me')).text();
		expect(page).toContain('Chrome · Android');
		const ids = [...new Set(page.match(/(?<=name="session" value=")[0-9a-f]{64}/g))];
		expect(ids).toHaveLength(2);
		const other = await signedIn(stranger.email);
		expect((await press(other, '/trainer/me?/end', { session: ids[0] ?? '' })).status).toBe(404);
		for (const id of ids) await press(here, '/trainer/me?/end', { session: id });
		expect((await lost.fetch('/trainer')).status).toBe(303);
		expect((await third.fetch('/trainer')).status).toBe(303);
		expect((await here.fetch('/trainer')).status).toBe(200);
		expect((await press(here, '/trainer/me?/end', { session: ids[0] ?? '' })).status).toBe(404);
	});
});
