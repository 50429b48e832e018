import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptId, newPhone, type Tab } from '../../../../tests/fixtures/phone';

let tab: Tab;
let id: string;
let accounts: typeof import('./keep-account') &
	typeof import('./load-account') &
	typeof import('./forget-account');
beforeEach(async () => {
	tab = await newPhone();
	id = keptId(await tab.createGuest('vi'));
	accounts = {
		...(await import('./keep-account')),
		...(await import('./load-account')),
		...(await import('./forget-account'))
	};
});
afterEach(() => vi.restoreAllMocks());

const account = { bin: '970405', number: '0123456789', holder: 'LO THI MAY' };

describe('her account on the phone', () => {
	test('is kept, replaced and forgotten, and writes no event', async () => {
		expect(await accounts.loadAccount(id)).toBeNull();
		expect(await accounts.keepAccount(id, account)).toEqual({ kind: 'kept' });
		await accounts.keepAccount(id, { ...account, number: '987654321' });
		expect(await accounts.loadAccount(id)).toEqual({ ...account, number: '987654321' });
		expect(await tab.db.events.toArray()).toEqual([]);
		expect(await accounts.forgetAccount(id)).toEqual({ kind: 'gone' });
		expect(await accounts.loadAccount(id)).toBeNull();
	});

	test('is hers alone on a shared phone, and goes with her', async () => {
		const other = keptId(await tab.addProfile({ name: 'Lan', picture: 'corn', language: 'vi' }));
		await accounts.keepAccount(id, account);
		expect(await accounts.loadAccount(other)).toBeNull();
		await tab.removeProfile(id);
		expect(await tab.db.accounts.count()).toBe(0);
		expect(await accounts.keepAccount(id, account)).toEqual({ kind: 'trouble', code: 'profile_gone' });
	});

	test.each([
		['letters', { number: 'LOTHIMAY' }],
		['dots', { number: '0123.456.789' }],
		['twenty digits', { number: '1'.repeat(20) }],
		['a bank that nobody knows', { bin: '123456' }],
		['no name', { holder: ' ' }]
	])('with %s is not kept', async (_, wrong) => {
		expect(await accounts.keepAccount(id, { ...account, ...wrong })).toEqual({ kind: 'unfit' });
		expect(await tab.db.accounts.count()).toBe(0);
	});

	test('on a full phone is trouble to say, and what was kept stays', async () => {
		await accounts.keepAccount(id, account);
		const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
		vi.spyOn(tab.db.accounts, 'put').mockImplementationOnce(full as never);
		expect(await accounts.keepAccount(id, { ...account, number: '987654321' })).toEqual({
			kind: 'trouble',
			code: 'full'
		});
		expect(await accounts.loadAccount(id)).toEqual(account);
	});
});

test('nothing that sends or packs reads the table', () => {
	const readers = ['sync', 'offline/carry', 'offline/outbox'].flatMap((folder) =>
		readdirSync(join('src/lib', folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join('src/lib', folder, file))
	);
	expect(readers.length).toBeGreaterThan(20);
	for (const file of readers) expect(readFileSync(file, 'utf8'), file).not.toMatch(/\baccounts\b|vietqr/i);
});
