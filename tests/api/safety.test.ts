import { describe, expect, test } from 'vitest';
import { pocketbase } from '$lib/server/pocketbase';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, PASSWORD, signedIn, type Woman } from './people';
import { heard, Phone } from './phone';

const flagsOf = (line: string) => line.toLowerCase().split('; ').slice(1).sort();

describe('cookies', () => {
	test("staff's: for the whole site, out of reach of scripts, not sent along by other sites' forms", async () => {
		const browser = await signedIn((await newStaff('trainer')).email);
		const line = browser.setCookies.find((cookie) => cookie.startsWith('bm_staff=')) ?? '';
		expect(flagsOf(line)).toEqual(['httponly', 'max-age=2592000', 'path=/', 'samesite=lax']);
	});

	test("a device's: for /api only, and strictly of this site", async () => {
		const { women } = await newVillage(1);
		const phone = await new Phone().join(women[0] as Woman);
		const line = phone.browser.setCookies[0] ?? '';
		expect(line.startsWith(`bm_${phone.device}=`)).toBe(true);
		expect(flagsOf(line)).toEqual(['httponly', 'max-age=34560000', 'path=/api', 'samesite=strict']);
	});

	test('are secure behind https', async () => {
		const { women } = await newVillage(1);
		const browser = new Browser();
		const body = { secret: women[0]?.card.secret, device: new Phone().device };
		await browser.post('/api/join', body, { 'x-forwarded-proto': 'https' });
		expect(flagsOf(browser.setCookies[0] ?? '')).toContain('secure');
	});

	test('are stored as their hash only', async () => {
		const browser = await signedIn((await newStaff('trainer')).email);
		const value = browser.cookies.get('bm_staff') ?? '';
		const rows = await (await pocketbase()).collection('sessions').getFullList();
		expect(rows.length).toBeGreaterThan(0);
		expect(JSON.stringify(rows)).not.toContain(value);
	});

	test.each(['', 'x', 'a'.repeat(5000), "' OR 1=1 --", '../../learners', '%2e%2e%2f'])(
		'that are made up open nothing (%#)',
		async (value) => {
			const browser = new Browser();
			browser.cookies.set('bm_staff', encodeURIComponent(value));
			const response = await browser.fetch('/api/session');
			expect(response.status).toBe(200);
			expect(await response.json()).toEqual({ principal: { kind: 'guest' } });
		}
	);
});

describe('requests from other sites', () => {
	const evil = { origin: 'https://evil.example' };
	test('a form that signs somebody in, out, or changes a group is refused', async () => {
		const { group, trainer } = await newVillage(1);
		const browser = await signedIn(trainer.email);
		const values = { email: trainer.email, password: PASSWORD };
		expect((await browser.submit('/sign-in?/signIn', values, evil)).status).toBe(403);
		expect((await browser.submit('/sign-out', {}, evil)).status).toBe(403);
		expect((await browser.submit(`/trainer/groups/${group.id}?/add`, { names: 'x' }, evil)).status).toBe(403);
		expect((await browser.fetch('/trainer')).status).toBe(200);
	});

	test('a call with JSON is refused, by origin or by what the browser says', async () => {
		const { women } = await newVillage(1);
		const phone = await new Phone().join(women[0] as Woman);
		const body = { device: phone.device, events: phone.events(heard(1)) };
		for (const headers of [evil, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
			const response = await phone.browser.post('/api/sync', body, headers);
			expect(response.status).toBe(403);
			expect(await response.json()).toMatchObject({ code: 'cross_origin' });
		}
		expect((await phone.browser.post('/api/sync', body, { origin: house.origin })).status).toBe(200);
	});

	test('nobody else’s page may read an answer', async () => {
		const response = await new Browser().fetch('/api/catalog', { headers: evil });
		expect(response.headers.get('access-control-allow-origin')).toBeNull();
	});
});

describe('headers', () => {
	test.each(['/', '/sign-in', '/api/catalog', '/api/session', '/nowhere', '/healthz'])(
		'of %s',
		async (path) => {
			const { headers } = await new Browser().fetch(path);
			expect(headers.get('x-content-type-options')).toBe('nosniff');
			expect(headers.get('referrer-policy')).toBe('same-origin');
			expect(headers.get('permissions-policy')).toContain('microphone=(self), camera=(self), geolocation=()');
			expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
			expect(headers.get('x-powered-by')).toBeNull();
		}
	);

	test('of the shell, which is a file', async () => {
		const { headers } = await new Browser().fetch('/shell');
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('x-frame-options')).toBe('DENY');
	});

	test.each(['/', '/sign-in'])(
		'scripts of %s run by nonce, and the one of app.html by its hash; no page frames it',
		async (path) => {
			const { headers } = await new Browser().fetch(path);
			const policy = headers.get('content-security-policy') ?? '';
			expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/=]+'(;| 'nonce-[\w+/=]+';)/);
			expect(policy).not.toMatch(/script-src[^;]*unsafe/);
			expect(policy).toContain("frame-ancestors 'none'");
			expect(policy).toContain("object-src 'none'");
		}
	);

	test('pages about people are kept by no cache', async () => {
		const { trainer, group } = await newVillage(1);
		const browser = await signedIn(trainer.email);
		for (const path of ['/trainer', `/trainer/groups/${group.id}`, `/api/groups/${group.id}`])
			expect((await browser.fetch(path)).headers.get('cache-control')).toContain('no-store');
	});

	test.each([
		{ accepts: 'gzip, br', gets: 'br' },
		{ accepts: 'gzip', gets: 'gzip' },
		{ accepts: 'br;q=0, gzip', gets: 'gzip' },
		{ accepts: 'identity', gets: null }
	])('who accepts "$accepts" gets a page in $gets', async ({ accepts, gets }) => {
		const response = await new Browser().fetch('/', { headers: { 'accept-encoding': accepts } });
		expect(response.headers.get('content-encoding')).toBe(gets);
		expect(await response.text()).toContain('</html>');
	});
});

describe('signing in', () => {
	test('leads to the console, or to the page she wanted; never to another site', async () => {
		const { email } = await newStaff('trainer');
		for (const [to, home] of [
			['', '/trainer'],
			['/trainer/groups/abc', '/trainer/groups/abc'],
			['https://evil.example', '/trainer'],
			['//evil.example', '/trainer'],
			['/trainer/../../x', '/trainer'],
			['/\\evil.example', '/trainer']
		]) {
			const browser = new Browser();
			const path = `/sign-in?/signIn&to=${encodeURIComponent(to ?? '')}`;
			const response = await browser.submit(path, { email, password: PASSWORD });
			expect([response.status, response.headers.get('location')]).toEqual([303, home]);
		}
	});

	test('a guest at the console is led to it and back', async () => {
		const response = await new Browser().fetch('/trainer/groups/aaaaaaaaaaaaaaa');
		expect(response.headers.get('location')).toBe('/sign-in?to=%2Ftrainer%2Fgroups%2Faaaaaaaaaaaaaaa');
	});

	test('a wrong password and an unknown e-mail get one and the same answer', async () => {
		const { email } = await newStaff('trainer');
		const ask = async (values: Record<string, string>) => {
			const response = await new Browser().submit('/sign-in?/signIn', values);
			return [response.status, (await response.text()).replaceAll(values.email ?? '', '…')];
		};
		const wrong = await ask({ email, password: 'sai-mat-khau' });
		expect(wrong[0]).toBe(401);
		const strip = ([status, html]: (string | number | undefined)[]) => [
			status,
			String(html).replace(/nonce[^"]*"[^"]*"/g, '')
		];
		expect(strip(await ask({ email: 'nobody@example.test', password: 'sai-mat-khau' }))).toEqual(
			strip(wrong)
		);
	});

	test('one account is tried ten times, from wherever; then even the right password waits', async () => {
		const { email } = await newStaff('trainer');
		for (let n = 0; n < 10; n++)
			expect((await new Browser().submit('/sign-in?/signIn', { email, password: `x${n}` })).status).toBe(401);
		const response = await new Browser().submit('/sign-in?/signIn', { email, password: PASSWORD });
		expect(response.status).toBe(429);
		expect(response.headers.get('retry-after')).not.toBeNull();
	});

	test('signing out ends the session on the server too', async () => {
		const browser = await signedIn((await newStaff('trainer')).email);
		const kept = browser.cookies.get('bm_staff') ?? '';
		expect((await browser.submit('/sign-out', {})).headers.get('location')).toBe('/sign-in');
		const thief = new Browser();
		thief.cookies.set('bm_staff', kept);
		expect((await thief.fetch('/trainer')).status).toBe(303);
	});
});
