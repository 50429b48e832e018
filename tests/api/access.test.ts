import { beforeAll, describe, expect, test } from 'vitest';
import { revokeDevices } from '$lib/server/repositories/devices';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, signedIn, type Village } from './people';
import { heard, Phone } from './phone';

const ROLES = ['guest', 'learner', 'revoked', 'trainer', 'stranger', 'manager', 'expert', 'owner'] as const;
type Who = (typeof ROLES)[number];

let village: Village;
const browsers = {} as Record<Who, Browser>;
const phones = {} as Record<'learner' | 'revoked', Phone>;

beforeAll(async () => {
	village = await newVillage(2);
	const [one, two] = village.women;
	if (!one || !two) throw new Error();
	phones.learner = await new Phone().join(one);
	phones.revoked = await new Phone().join(two);
	await phones.learner.sync(phones.learner.events(heard(1)));
	await revokeDevices(two.id);
	browsers.guest = new Browser();
	browsers.learner = phones.learner.browser;
	browsers.revoked = phones.revoked.browser;
	browsers.trainer = await signedIn(village.trainer.email);
	browsers.stranger = await signedIn((await newVillage()).trainer.email);
	browsers.manager = await signedIn(house.manager.email, house.manager.password);
	browsers.expert = await signedIn((await newStaff('expert')).email);
	browsers.owner = await signedIn((await newStaff('owner')).email);
});

/** Everything that only the trainer and managers may read. */
const secretsOf = () => [village.group.name, village.women[0]?.name ?? '', village.women[0]?.id ?? ''];

/** Statuses in the order of ROLES. */
type Row = { door: string; body?: unknown; statuses: number[]; private?: true };
const table = (): Row[] => {
	const { group, women } = village;
	const woman = women[0]?.id;
	const everyone = (status: number) => ROLES.map(() => status);
	const console = (ok: number, foreign: number) => [303, 303, 303, ok, foreign, ok, 403, 403];
	const consoleApi = (ok: number, foreign: number) => [401, 401, 401, ok, foreign, ok, 403, 403];
	return [
		{ door: 'GET /', statuses: everyone(200) },
		{ door: 'GET /healthz', statuses: everyone(200) },
		{ door: 'GET /api/catalog', statuses: everyone(200) },
		{ door: 'GET /me', statuses: everyone(200) },
		{ door: 'GET /join', statuses: everyone(200) },
		{ door: 'GET /people', statuses: everyone(200) },
		{ door: 'GET /shell', statuses: everyone(200) },
		{ door: 'GET /nowhere', statuses: everyone(404) },
		{ door: 'GET /_/', statuses: everyone(404) },
		{ door: 'GET /api/collections', statuses: everyone(404) },
		{ door: 'GET /api/collections/learners/records', statuses: everyone(404) },
		{ door: 'POST /api/banmay/sync', body: {}, statuses: everyone(404) },
		{ door: 'POST /api/admins/auth-with-password', body: {}, statuses: everyone(404) },
		{ door: `GET /media/${'0'.repeat(64)}.ogg`, statuses: everyone(404) },
		{ door: `GET /api/lessons/${'0'.repeat(64)}.json`, statuses: everyone(404) },
		{ door: `GET /api/practices/${'0'.repeat(64)}.json`, statuses: everyone(404) },
		{ door: 'GET /sign-in', statuses: [200, 200, 200, 303, 303, 303, 303, 303] },
		{ door: 'GET /sign-out', statuses: everyone(405) },
		{ door: 'GET /api/session', statuses: everyone(200) },
		{ door: 'DELETE /api/session', statuses: everyone(405) },
		{ door: 'GET /api/sync', statuses: everyone(405) },
		{ door: 'POST /api/carry', body: {}, statuses: everyone(400) },
		{ door: 'GET /api/carry', statuses: everyone(405) },
		{ door: 'GET /carry', statuses: everyone(200) },
		{ door: 'GET /carry/show', statuses: everyone(200) },
		{
			door: 'POST /api/devices/key',
			body: { device: '0'.repeat(26), key: `1:${'A'.repeat(43)}` },
			statuses: everyone(401)
		},
		{ door: 'GET /trainer', statuses: console(200, 200), private: true },
		{ door: `GET /trainer/groups/${group.id}`, statuses: console(200, 403), private: true },
		{
			door: `GET /trainer/groups/${group.id}/__data.json`,
			statuses: [200, 200, 200, 200, 200, 200, 403, 403],
			private: true
		},
		{ door: `GET /trainer/groups/${group.id}/cards`, statuses: console(200, 403), private: true },
		{ door: `GET /trainer/groups/${group.id}/notices`, statuses: console(200, 403), private: true },
		{ door: 'GET /notices', statuses: everyone(200) },
		{ door: `GET /trainer/women/${woman}`, statuses: console(200, 403), private: true },
		{ door: `GET /api/groups/${group.id}`, statuses: consoleApi(200, 403), private: true },
		{ door: 'GET /api/groups/aaaaaaaaaaaaaaa', statuses: consoleApi(404, 404) },
		{ door: 'GET /trainer/groups/aaaaaaaaaaaaaaa', statuses: console(404, 404) },
		{ door: "GET /trainer/groups/x'%20OR%201=1", statuses: console(404, 404) },
		{ door: 'GET /api/places?q=na+ri', statuses: consoleApi(200, 200) },
		{ door: 'GET /api/places', statuses: consoleApi(200, 200) },
		{ door: 'GET /trainer/systems', statuses: [303, 303, 303, 403, 403, 200, 403, 403] },
		{
			door: 'GET /trainer/systems/files/dhis2.json?month=2026-11',
			statuses: [303, 303, 303, 403, 403, 200, 403, 403]
		},
		{ door: 'GET /trainer/reports', statuses: [303, 303, 303, 403, 403, 200, 403, 403] },
		{ door: 'GET /trainer/reports/rules', statuses: [303, 303, 303, 403, 403, 200, 403, 403] },
		{
			door: 'GET /trainer/reports/files/report.csv',
			statuses: [303, 303, 303, 403, 403, 200, 403, 403]
		},
		{ door: 'GET /api/v1/openapi.json', statuses: everyone(200) },
		{ door: 'GET /api/v1/xapi', statuses: everyone(200) },
		{ door: 'GET /api/v1/badges', statuses: everyone(401) },
		{ door: 'GET /api/v1/groups', statuses: everyone(401) },
		{ door: 'GET /trainer/content', statuses: [303, 303, 303, 403, 403, 200, 403, 403] },
		{ door: 'GET /trainer/content/clips', statuses: [303, 303, 303, 403, 403, 200, 403, 403] },
		{
			door: 'GET /trainer/content/drafts/aaaaaaaaaaaaaaa',
			statuses: [303, 303, 303, 403, 403, 404, 403, 403]
		},
		{ door: 'GET /print/courses/dien-thoai', statuses: everyone(200) },
		{ door: 'GET /print/courses/dien-thoai/cards', statuses: everyone(200) },
		{ door: 'GET /api/courses/nowhere.mp3', statuses: everyone(404) },
		{ door: 'GET /api/courses/nowhere.banmay', statuses: everyone(404) },
		{ door: 'POST /api/import', body: {}, statuses: [401, 401, 401, 403, 403, 422, 403, 422] }
	];
};

describe('each role at each door', () => {
	test.each(ROLES)('%s', async (who) => {
		const browser = browsers[who];
		const at = ROLES.indexOf(who);
		const found: Record<string, number> = {};
		const expected: Record<string, number> = {};
		for (const row of table()) {
			const [method = '', path = ''] = row.door.split(' ');
			const response =
				method === 'POST' ? await browser.post(path, row.body) : await browser.fetch(path, { method });
			const text = await response.text();
			found[row.door] = response.status;
			expected[row.door] = row.statuses[at] ?? 0;
			const mayKnow = who === 'trainer' || who === 'manager';
			if (row.private && !mayKnow)
				for (const secret of secretsOf())
					if (!path.includes(secret)) expect(text, row.door).not.toContain(secret);
			if (response.status >= 400) {
				expect(text, row.door).not.toMatch(/pocketbase|sqlite|validation_|\bat .+\.js:\d+/i);
				if (path.startsWith('/api/') && response.status !== 404)
					expect(JSON.parse(text), row.door).toMatchObject({
						code: expect.stringMatching(/^[a-z_]+$/) as string,
						message: expect.any(String) as string
					});
			}
		}
		expect(found).toEqual(expected);
	});

	test.each([
		{ who: 'learner', status: 200 },
		{ who: 'revoked', status: 401 }
	] as const)('$who at /api/sync: $status', async ({ who, status }) => {
		expect((await phones[who].send([])).status).toBe(status);
	});

	test.each(['trainer', 'manager'] as const)('%s has no device, so no learner’s door', async (who) => {
		const { device } = phones.learner;
		for (const [path, body] of [
			['/api/sync', { device, events: [] }],
			['/api/devices', { from: device, device: phones.revoked.device }]
		] as const)
			expect((await browsers[who].post(path, body)).status).toBe(401);
	});
});

describe("another village's trainer", () => {
	test.each([
		['add women', () => `/trainer/groups/${village.group.id}?/add`, { names: 'Kẻ lạ', key: 'a'.repeat(15) }],
		[
			'print cards',
			() => `/trainer/groups/${village.group.id}/cards?/issue`,
			{ who: 'new', key: 'b'.repeat(15) }
		],
		['revoke a phone', () => `/trainer/women/${village.women[0]?.id}?/revokePhone`, {}],
		['revoke a card', () => `/trainer/women/${village.women[0]?.id}?/revokeCard`, {}],
		['reset a picture code', () => `/trainer/women/${village.women[0]?.id}?/resetCode`, {}],
		['rename her', () => `/trainer/women/${village.women[0]?.id}?/rename`, { name: 'x', picture: 'fish' }]
	])('may not %s', async (_what, path, values) => {
		const response = await browsers.stranger.submit(path(), values);
		expect(response.status).toBe(403);
		expect((await phones.learner.send([])).status).toBe(200);
	});
});

describe('a member of staff who was put out of work', () => {
	test('is a guest at her next step', async () => {
		const { pocketbase } = await import('$lib/server/pocketbase');
		const member = await newStaff('trainer');
		const browser = await signedIn(member.email);
		expect((await browser.fetch('/trainer')).status).toBe(200);
		await (await pocketbase()).collection('staff').update(member.id, { active: false });
		expect((await browser.fetch('/trainer')).status).toBe(303);
	});
});
