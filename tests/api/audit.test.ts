import { randomInt } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { noteAct } from '$lib/server/repositories/audit';
import { createStaff } from '$lib/server/repositories/staff';
import { newPublicId } from '$lib/server/secrets';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, PASSWORD, signedIn, type Village } from './people';
import { press } from './press';

let here: Village;
let away: Village;
let manager: Browser;
let placed: Browser;
beforeAll(async () => {
	[here, away] = [await newVillage(1), await newVillage(1)];
	const groups = (await pocketbase()).collection('groups');
	await groups.update(here.group.id, { province: '19' });
	await groups.update(away.group.id, { province: '01' });
	manager = await signedIn(house.manager.email, house.manager.password);
	const email = `placed-${randomInt(1_000_000_000)}@example.test`;
	await createStaff({
		...{ name: 'Chị Quản', email, picture: 'fish', role: 'manager', password: PASSWORD, places: ['19'] }
	});
	placed = await signedIn(email);
	for (const { trainer, women } of [here, away]) {
		const browser = await signedIn(trainer.email);
		const path = `/trainer/women/${women[0]!.id}`;
		await press(browser, `${path}?/resetCode`, {});
		await press(browser, `${path}?/revokeCard`, {});
	}
});
const pageOf = async (browser: Browser, query = '') => (await browser.fetch(`/trainer/audit${query}`)).text();
const listIn = (page: string) => page.slice(page.indexOf('<main'), page.indexOf('</main>'));

describe('the log', () => {
	test('says who did what to whom', async () => {
		const page = listIn(await pageOf(manager, `?member=${here.trainer.id}`));
		expect(page).toContain('bỏ mã hình của');
		expect(page).toContain('khóa thẻ của');
		expect(page).toContain('đăng nhập');
		expect(page).toContain(here.women[0]!.name);
		expect(page).not.toContain(away.women[0]!.name);
	});

	test('shows a manager of places what concerns her staff, groups and women', async () => {
		const page = await pageOf(placed);
		expect(page).toContain(here.women[0]!.name);
		expect(page).not.toContain(away.women[0]!.name);
		expect(page).not.toContain(away.trainer.id);
		expect(listIn(await pageOf(placed, `?member=${away.trainer.id}`))).toContain('Không có gì.');
		const csv = await (await placed.fetch('/trainer/audit/file')).text();
		expect(csv).toContain(here.women[0]!.name);
		expect(csv).not.toContain(away.women[0]!.name);
	});

	test('by kind and by day', async () => {
		const query = `?member=${here.trainer.id}`;
		const entry = listIn(await pageOf(manager, `${query}&kind=entry`));
		expect(entry).toContain('đăng nhập');
		expect(entry).not.toContain('bỏ mã hình của');
		const today = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10);
		expect(listIn(await pageOf(manager, `${query}&day=${today}`))).toContain('bỏ mã hình của');
		expect(listIn(await pageOf(manager, `${query}&day=2020-01-01`))).toContain('Không có gì.');
		for (const strange of ['?day=2020-99-99', '?kind=king', "?member=' OR 1=1", '?before=1.x', '?day=x'])
			expect((await manager.fetch(`/trainer/audit${strange}`)).status).toBe(200);
	});

	test('page by page, nothing twice and nothing left out', async () => {
		const who = newPublicId(15);
		const at = Date.now();
		// Sixty in one millisecond and sixty after it: a page must not end between two of them unnoticed.
		for (let n = 0; n < 120; n++)
			await noteAct(who, 'file.downloaded', `file-${n}.csv`, at + (n < 60 ? 0 : n));
		const seen: string[] = [];
		for (let query = `?member=${who}`; query;) {
			const page = await pageOf(manager, query);
			seen.push(...(listIn(page).match(/file-\d+\.csv/g) ?? []));
			const next = /before=(\d+\.[a-z0-9]{15})/.exec(page)?.[1];
			query = next ? `?member=${who}&before=${next}` : '';
		}
		expect(seen).toHaveLength(120);
		expect(new Set(seen).size).toBe(120);
	});

	test('as CSV: names that look like formulas are text', async () => {
		const member = await newStaff('expert');
		const browser = await signedIn(member.email);
		await press(browser, '/trainer/me?/rename', { name: '=1+1', picture: 'star' });
		const response = await manager.fetch(`/trainer/audit/file?member=${member.id}`);
		expect(response.headers.get('content-type')).toContain('text/csv');
		const text = await response.text();
		const rows = parse(text, { bom: true }) as string[][];
		expect(rows[0]).toHaveLength(5);
		expect(rows.map((row) => row[4])).toEqual(expect.arrayContaining(['staff.renamed', 'staff.signed-in']));
		expect(rows[1]?.[1]).toBe("'=1+1");
		expect(rows[1]?.[0]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
	});

	test('failed sign-ins: of a member by name, of a stranger not in full', async () => {
		const member = await newStaff('trainer');
		const guest = new Browser();
		await guest.submit('/sign-in?/signIn', { email: member.email, password: 'wrong' });
		await guest.submit('/sign-in?/signIn', { email: 'bi-mat@secret.example', password: 'wrong' });
		const page = listIn(await pageOf(manager, '?kind=entry'));
		expect(page).toContain('đăng nhập không được');
		expect(page).toContain('b…@s…');
		expect(page).not.toContain('bi-mat');
		expect(page).not.toContain('secret.example');
		const hers = listIn(await pageOf(manager, `?member=${member.id}`));
		expect(hers).toContain('đăng nhập không được');
		expect(await pageOf(placed)).not.toContain('b…@s…');
	});

	test('a guesser does not fill it', async () => {
		const member = await newStaff('trainer');
		for (let n = 0; n < 20; n++)
			await new Browser().submit('/sign-in?/signIn', { email: member.email, password: `wrong-${n}` });
		const csv = await (await manager.fetch(`/trainer/audit/file?member=${member.id}`)).text();
		expect(csv.match(/staff\.sign-in-failed/g)?.length).toBe(10);
		expect(csv.match(/staff\.sign-in-blocked/g)?.length).toBe(1);
	});

	test('leaving is written down', async () => {
		const member = await newStaff('trainer');
		const browser = await signedIn(member.email);
		await browser.submit('/sign-out', {});
		expect(listIn(await pageOf(manager, `?member=${member.id}`))).toContain('thoát');
	});

	test.each([
		['a guest', () => Promise.resolve(new Browser()), 303],
		['a trainer', async () => signedIn(here.trainer.email), 403],
		['an expert', async () => signedIn((await newStaff('expert')).email), 403],
		['the owner', async () => signedIn((await newStaff('owner')).email), 403]
	])('is not for %s', async (_who, enter, status) => {
		const browser = await enter();
		for (const path of ['/trainer/audit', '/trainer/audit/file'])
			expect((await browser.fetch(path)).status).toBe(status);
	});
});
