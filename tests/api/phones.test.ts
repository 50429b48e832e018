import { beforeAll, describe, expect, test } from 'vitest';
import { devicesOf } from '$lib/server/repositories/devices';
import { phonesOf } from '$lib/server/repositories/phones';
import { issueCard } from '$lib/server/repositories/learners';
import { Browser } from './browser';
import { house } from './house';
import { newVillage, signedIn, type Village } from './people';
import { heard, Phone } from './phone';
import { press } from './press';

let village: Village;
let other: Village;
let trainer: Browser;
let stranger: Browser;
let manager: Browser;
beforeAll(async () => {
	[village, other] = [await newVillage(4), await newVillage(1)];
	trainer = await signedIn(village.trainer.email);
	stranger = await signedIn(other.trainer.email);
	manager = await signedIn(house.manager.email, house.manager.password);
});
const woman = (n: number) => village.women[n]!;
const pageOf = async (browser: Browser, group = village.group.id) =>
	(await browser.fetch(`/trainer/phones?group=${group}`)).text();

describe('a page of phones', () => {
	test('shows who shares a phone, when a browser has shown it', async () => {
		const first = await new Phone().join(woman(0));
		const second = await new Phone(first.browser).join(woman(1));
		const alone = await new Phone().join(woman(2));
		await first.sync(first.events(heard(1)), { phone: { app: '1.2.3', freeBytes: 5_000_000_000 } });
		await second.sync(second.events(heard(1)), { phone: { app: '1.2.3', freeBytes: 150_000_000 } });
		const phones = new Map((await phonesOf([village.group.id])).map((phone) => [phone.id, phone]));
		const [one, two, three] = [first, second, alone].map(({ device }) => phones.get(device));
		expect(one?.phone).toMatch(/^[a-z0-9]{15}$/);
		expect(two?.phone).toBe(one?.phone);
		expect(three?.phone).toBe('');
		expect([one?.sharing, two?.sharing, three?.sharing]).toEqual([2, 2, 1]);

		const page = await pageOf(trainer);
		for (const { name } of village.women.slice(0, 3)) expect(page).toContain(name);
		expect(page).toContain('150 MB');
		expect(page).toContain('1.2.3');
		expect(page).not.toContain(woman(3).name);
	});

	test('a third profile, of another group, is on the same phone; only how many is told', async () => {
		const [first] = (await phonesOf([village.group.id])).filter(({ phone }) => phone);
		const browser = new Browser();
		const one = await new Phone(browser).join(woman(3));
		const two = await new Phone(browser).join(other.women[0]!);
		const phones = await phonesOf([village.group.id, other.group.id]);
		const nameOf = (device: string) => phones.find(({ id }) => id === device)?.phone;
		expect(nameOf(one.device)).toBe(nameOf(two.device));
		expect(nameOf(one.device)).not.toBe(first?.phone);
		const page = await pageOf(trainer);
		expect(page).not.toContain(other.women[0]!.name);
		expect(page).toContain('và 1 người khác');
	});

	test('a cookie that is no session joins no phone to another', async () => {
		const [known] = (await phonesOf([village.group.id])).filter(({ phone }) => phone);
		const forger = new Browser();
		forger.cookies.set(`bm_${known?.id}`, 'a'.repeat(40));
		const [far] = (await newVillage(1)).women;
		const phone = await new Phone(forger).join(far!);
		const [device] = await devicesOf(far!.id);
		expect(device?.id).toBe(phone.device);
		const after = await phonesOf([village.group.id]);
		expect(after.find(({ id }) => id === known?.id)?.sharing).toBe(known?.sharing);
	});

	test.each([
		['a guest', () => Promise.resolve(new Browser()), 303],
		["another village's trainer", () => Promise.resolve(stranger), 200],
		['the manager', () => Promise.resolve(manager), 200]
	])('%s', async (who, enter, status) => {
		const response = await (await enter()).fetch(`/trainer/phones?group=${village.group.id}`);
		const text = await response.text();
		expect(response.status).toBe(status);
		expect(text.includes(woman(0).name)).toBe(who === 'the manager');
	});
});

describe('taking phones away', () => {
	test('one phone: all who share it; nobody else; her card opens it again', async () => {
		const phones = await phonesOf([village.group.id]);
		const shared = phones.filter(({ sharing, groups }) => sharing === 2 && groups.length > 0);
		const pair = shared.filter(
			({ phone }) => phone === shared.find(({ learner }) => learner === woman(0).id)?.phone
		);
		expect(pair).toHaveLength(2);
		const form = pair.map(({ id }): [string, string] => ['phone', id]);
		expect((await press(stranger, '/trainer/phones?/revoke', form)).status).toBe(404);
		expect((await press(trainer, '/trainer/phones?/revoke', [['phone', 'x']])).status).toBe(404);
		expect((await press(trainer, '/trainer/phones?/revoke', [])).status).toBe(404);
		const done = await press(trainer, '/trainer/phones?/revoke', form);
		expect(done.type).toBe('success');
		const after = await phonesOf([village.group.id]);
		for (const { id } of pair) expect(after.find((one) => one.id === id)?.revokedAtMs).not.toBeNull();
		expect(after.find(({ learner }) => learner === woman(2).id)?.revokedAtMs).toBeNull();
		// Twice is as once.
		expect((await press(trainer, '/trainer/phones?/revoke', form)).type).toBe('success');
	});

	test("a stranger's phone among one's own: nothing is taken away", async () => {
		const [mine] = (await phonesOf([village.group.id])).filter(({ revokedAtMs }) => revokedAtMs === null);
		const [theirs] = await devicesOf(other.women[0]!.id);
		const answer = await press(trainer, '/trainer/phones?/revoke', [
			['phone', mine?.id ?? ''],
			['phone', theirs?.id ?? '']
		]);
		expect(answer.status).toBe(404);
		expect((await devicesOf(other.women[0]!.id))[0]?.revokedAtMs).toBeNull();
	});

	test('a whole group: with the number that was shown, and undone by cards', async () => {
		const { group, women, trainer: member } = await newVillage(3);
		const hers = await signedIn(member.email);
		const joined = [];
		for (const one of women) joined.push(await new Phone().join(one));
		const revoke = (browser: Browser, n: number | string) =>
			press(browser, '/trainer/phones?/revokeGroup', { group: group.id, n: String(n) });
		const isOpen = async (phone: Phone) => (await phone.send([])).status === 200;

		expect((await revoke(stranger, 3)).status ?? 403).toBe(403);
		const late = await revoke(hers, 2);
		expect(late.status).toBe(409);
		expect(late.text).toContain('phones_changed');
		expect(await Promise.all(joined.map(isOpen))).toEqual([true, true, true]);
		expect((await revoke(hers, '')).status).toBe(409);

		expect((await revoke(hers, 3)).type).toBe('success');
		expect(await Promise.all(joined.map(isOpen))).toEqual([false, false, false]);
		expect((await joined[0]!.send([])).status).toBe(401);
		// Her old card, and a new one.
		await joined[0]!.join(women[0]!);
		await joined[1]!.join({ card: await issueCard(women[1]!.id) });
		expect(await Promise.all(joined.map(isOpen))).toEqual([true, true, false]);
	});
});
