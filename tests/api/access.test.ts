import { randomInt } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { revokeDevices } from '$lib/server/repositories/devices';
import { Browser } from './browser';
import { house } from './house';
import { newStaff, newVillage, PASSWORD, signedIn, type Village } from './people';
import { createStaff } from '$lib/server/repositories/staff';
import { pocketbase } from '$lib/server/pocketbase';
import { actionsOf, doors, leadsTo, routeAt } from '../doors';
import { heard, Phone } from './phone';

const NO_DEVICE = '0'.repeat(26);
const ROLES = ['guest', 'learner', 'revoked', 'trainer', 'stranger', 'manager', 'expert', 'owner'] as const;
/** Managers of places: of the village's province, and of another one. */
const PLACED = ['placed', 'far'] as const;
const EVERYBODY = [...ROLES, ...PLACED] as const;
type Who = (typeof EVERYBODY)[number];

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
	await (await pocketbase()).collection('groups').update(village.group.id, { province: '19' });
	browsers.placed = await signedIn(await newPlaced('19'));
	browsers.far = await signedIn(await newPlaced('01'));
});

async function newPlaced(place: string): Promise<string> {
	const email = `placed-${place}-${randomInt(1_000_000_000)}@example.test`;
	await createStaff({
		...{ name: 'Chị Quản', email, picture: 'fish', role: 'manager', password: PASSWORD, places: [place] }
	});
	return email;
}

/** Everything that only the trainer and managers may read. */
const secretsOf = () => [village.group.name, village.women[0]?.name ?? '', village.women[0]?.id ?? ''];

/**
 * Statuses in the order of ROLES. `private`: it tells of the village, so the manager of another place is answered as
 * another village's trainer. `whole`: the whole programme's, so no manager of places may. Else they are answered as
 * the manager.
 */
type Row = { door: string; body?: unknown; statuses: number[]; private?: true; whole?: true; far?: number };
function statusFor(who: Who, { statuses, private: tells, whole, far }: Row): number | undefined {
	if (who !== 'placed' && who !== 'far') return statuses[ROLES.indexOf(who)];
	if (whole) return 403;
	if (who === 'far' && far) return far;
	return statuses[ROLES.indexOf(who === 'far' && tells ? 'stranger' : 'manager')];
}
const table = (): Row[] => {
	const { group, women } = village;
	const woman = women[0]?.id;
	const everyone = (status: number) => ROLES.map(() => status);
	const console = (ok: number, foreign: number) => [303, 303, 303, ok, foreign, ok, 403, 403];
	const forManagers = (ok: number) => [303, 303, 303, 403, 403, ok, 403, 403];
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
		{ door: 'GET /sell/book', statuses: everyone(200) },
		{ door: 'GET /sell/book/order/new', statuses: everyone(200) },
		{ door: 'GET /sell/book/order/01ARZ3NDEKTSV4RRFFQ69G5FAV', statuses: everyone(200) },
		{ door: 'GET /sell/book/money/in', statuses: everyone(200) },
		{ door: 'GET /sell/book/month', statuses: everyone(200) },
		{ door: 'GET /sell/book/file', statuses: everyone(200) },
		{ door: 'GET /sell/book/share', statuses: everyone(200) },
		{ door: 'GET /followup/dien-thoai', statuses: everyone(200) },
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
		{ door: `GET /trainer/groups/${group.id}/pattern`, statuses: console(200, 403), private: true },
		{ door: 'GET /notices', statuses: everyone(200) },
		{ door: 'GET /scam/aaaaaaaaaaaaaaa', statuses: everyone(200) },
		{ door: 'GET /trainer/scams', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/scams/new', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/scams/aaaaaaaaaaaaaaa', statuses: console(404, 404) },
		{ door: 'GET /trainer/scams/aaaaaaaaaaaaaaa/try', statuses: console(404, 404) },
		{ door: `GET /trainer/groups/${group.id}/meetings`, statuses: console(200, 403), private: true },
		{ door: 'GET /together', statuses: everyone(200) },
		{ door: `GET /api/groups/rosters?group=${group.id}`, statuses: consoleApi(200, 200), private: true },
		{ door: 'POST /api/meetings', body: { events: [] }, statuses: consoleApi(200, 200) },
		{ door: `GET /trainer/women/${woman}`, statuses: console(200, 403), private: true },
		{ door: `GET /api/groups/${group.id}`, statuses: consoleApi(200, 403), private: true },
		{ door: `GET /api/groups/women/${woman}`, statuses: consoleApi(200, 403), private: true },
		{ door: 'GET /api/groups/women/aaaaaaaaaaaaaaa', statuses: consoleApi(404, 404) },
		{ door: 'GET /api/groups/aaaaaaaaaaaaaaa', statuses: consoleApi(404, 404) },
		{ door: 'GET /trainer/groups/aaaaaaaaaaaaaaa', statuses: console(404, 404) },
		{ door: "GET /trainer/groups/x'%20OR%201=1", statuses: console(404, 404) },
		{ door: 'GET /api/places?q=na+ri', statuses: consoleApi(200, 200) },
		{ door: 'GET /api/places', statuses: consoleApi(200, 200) },
		{ door: 'GET /trainer/systems', statuses: [303, 303, 303, 403, 403, 200, 403, 403], whole: true },
		{
			door: 'GET /trainer/systems/files/dhis2.json?month=2026-11',
			statuses: [303, 303, 303, 403, 403, 200, 403, 403],
			whole: true
		},
		{ door: 'GET /trainer/reports', statuses: console(200, 200) },
		{ door: 'GET /trainer/reports/rules', statuses: console(200, 200) },
		{ door: 'GET /trainer/reports/files/report.csv', statuses: console(200, 200) },
		{ door: `GET /trainer/reports?by=group&group=${group.id}`, statuses: console(200, 403), private: true },
		{
			door: `GET /trainer/reports/files/report.xlsx?group=${group.id}`,
			statuses: console(200, 403),
			private: true
		},
		{ door: 'GET /api/v1/openapi.json', statuses: everyone(200) },
		{ door: 'GET /api/v1/xapi', statuses: everyone(200) },
		{ door: 'GET /api/v1/badges', statuses: everyone(401) },
		{ door: 'GET /api/v1/groups', statuses: everyone(401) },
		{ door: 'GET /api/v1/reports', statuses: everyone(401) },
		{ door: 'GET /trainer/content', statuses: [303, 303, 303, 403, 403, 200, 403, 403], whole: true },
		{ door: 'GET /trainer/content/clips', statuses: [303, 303, 303, 403, 403, 200, 403, 403], whole: true },
		{
			door: 'GET /trainer/content/interface',
			statuses: [303, 303, 303, 403, 403, 200, 403, 403],
			whole: true
		},
		{
			door: 'GET /trainer/content/drafts/aaaaaaaaaaaaaaa',
			statuses: [303, 303, 303, 403, 403, 404, 403, 403],
			whole: true
		},
		{ door: 'GET /print/courses/dien-thoai', statuses: everyone(200) },
		{ door: 'GET /print/courses/dien-thoai/cards', statuses: everyone(200) },
		{ door: 'GET /api/courses/nowhere.mp3', statuses: everyone(404) },
		{ door: 'GET /api/courses/nowhere.banmay', statuses: everyone(404) },
		// Learners' pages: the same for everybody, about nobody.
		...[
			...['/ask', '/tell', '/together', '/sell', '/sell/sign', '/carry', '/people'],
			...['/me/badge/dien-thoai', '/check/dien-thoai', '/courses/dien-thoai', '/lessons/nut-va-man-hinh'],
			...['/review/nut-va-man-hinh', '/sell/new/x', '/sell/product/x'],
			...['/sell/share', '/sell/share/account', '/sell/share/x']
		].map((path) => ({ door: `GET ${path}`, statuses: everyone(200) })),
		// Strangers' pages and files.
		{ door: 'GET /verify', statuses: everyone(200) },
		{ door: 'GET /verify/aaaaaaaaaaaaaaaaaaaaaaaaaa', statuses: everyone(200) },
		{ door: 'GET /.well-known/did.json', statuses: everyone(200) },
		...[
			...['/practice/x', '/badges/aaaaaaaaaaaaaaaaaaaaaaaaaa.json'],
			...['/badges/aaaaaaaaaaaaaaaaaaaaaaaaaa/print', '/badges/status/9', '/achievements/nowhere'],
			...['/stall/nowhere', '/stall/nowhere/preview.jpg', '/stall/nowhere/print'],
			'/stall/nowhere/photo/nothing.jpg',
			...[
				'/api/voices/nothing.ogg',
				'/api/lessons/current/nowhere.json',
				'/api/practices/current/nowhere.json'
			]
		].map((path) => ({ door: `GET ${path}`, statuses: everyone(404) })),
		{ door: 'GET /api/v1/catalog', statuses: everyone(401) },
		{ door: 'GET /api/v1/progress', statuses: everyone(401) },
		// Phones' doors: without her phone's own session they open to nobody.
		...[
			['GET', `/api/stalls/mine?device=${NO_DEVICE}`],
			['GET', `/api/badges/missing?device=${NO_DEVICE}`],
			['GET', `/api/badges/aaaaaaaaaaaaaaaaaaaaaaaaaa?device=${NO_DEVICE}`],
			['POST', '/api/blobs/missing', { device: NO_DEVICE, blobs: [] }],
			['PUT', `/api/blobs/${'0'.repeat(64)}?device=${NO_DEVICE}`],
			['POST', '/api/sync', { device: NO_DEVICE, events: [] }],
			['POST', '/api/devices', { from: NO_DEVICE, device: NO_DEVICE }]
		].map(([method, path, body]) => ({
			door: `${method as string} ${path as string}`,
			body,
			statuses: everyone(401)
		})),
		{ door: 'POST /api/join', body: { code: '00000000', device: NO_DEVICE }, statuses: everyone(404) },
		{ door: 'POST /api/join/look', body: { code: '00000000' }, statuses: everyone(404) },
		// How staff come in.
		{ door: 'GET /sign-in/code', statuses: everyone(200) },
		{ door: 'GET /invite', statuses: everyone(200) },
		{ door: 'POST /api/invite', body: { secret: 'A'.repeat(22) }, statuses: everyone(404) },
		{ door: 'POST /api/house/code', body: { email: house.manager.email }, statuses: everyone(401) },
		{ door: 'POST /api/house/invite', body: { name: 'A' }, statuses: everyone(401) },
		// The console.
		{ door: 'GET /trainer/me', statuses: [303, 303, 303, 200, 200, 200, 200, 200], private: true },
		{ door: 'GET /trainer/entry', statuses: forManagers(200), private: true, far: 200 },
		{ door: 'GET /trainer/audit', statuses: forManagers(200), private: true, far: 200 },
		{ door: 'GET /trainer/audit/file', statuses: forManagers(200), private: true, far: 200 },
		{ door: 'GET /trainer/staff', statuses: forManagers(200), private: true, far: 200 },
		{ door: `GET /trainer/phones?group=${group.id}`, statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/phones', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/groups', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/overview', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/voices', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/voices/aaaaaaaaaaaaaaa/sound', statuses: console(404, 404) },
		{ door: 'GET /trainer/questions', statuses: [303, 303, 303, 403, 403, 403, 200, 403], private: true },
		{
			door: 'GET /trainer/questions/aaaaaaaaaaaaaaa/sound',
			statuses: [303, 303, 303, 403, 403, 403, 404, 403]
		},
		...['about', 'meetings', 'pattern'].map((page): Row => ({
			door: `GET /trainer/groups/${group.id}/${page}`,
			...{ statuses: console(200, 403), private: true }
		})),
		{ door: `GET /trainer/women/${woman}/about`, statuses: console(200, 403), private: true },
		{ door: 'GET /trainer/import', statuses: console(200, 200) },
		{ door: 'GET /trainer/import/aaaaaaaaaaaaaaa', statuses: console(404, 404) },
		{ door: 'GET /trainer/import/template/danh-sach.csv', statuses: console(200, 200) },
		{ door: 'GET /trainer/evening', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/stalls', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/stalls/aaaaaaaaaaaaaaa', statuses: console(404, 404) },
		{ door: 'GET /trainer/stalls/aaaaaaaaaaaaaaa/sheet/shopee.xlsx', statuses: console(404, 404) },
		// The board of partners: whose introduction it is, each page asks itself (tests/api/partners.test.ts).
		{ door: 'GET /partners/join', statuses: everyone(200) },
		...['', '/new', '/matches', '/introductions'].map((page): Row => ({
			door: `GET /trainer/partners${page}`,
			...{ statuses: console(200, 200), private: true }
		})),
		{ door: 'GET /trainer/partners/file', statuses: console(200, 200) },
		...['aaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaa/change', 'introductions/aaaaaaaaaaaaaaa'].map((page) => ({
			door: `GET /trainer/partners/${page}`,
			statuses: console(404, 404)
		})),
		{ door: 'GET /trainer/badges', statuses: forManagers(200), whole: true },
		{ door: 'GET /trainer/known', statuses: console(200, 200), private: true },
		{ door: 'GET /trainer/content/clips/nowhere', statuses: forManagers(404), whole: true },
		{ door: 'GET /trainer/content/drafts/aaaaaaaaaaaaaaa/nowhere', statuses: forManagers(404), whole: true },
		{ door: 'POST /trainer/content/record', body: {}, statuses: forManagers(400), whole: true },
		{ door: 'POST /trainer/language', body: {}, statuses: [303, 303, 303, 400, 400, 400, 400, 400] },
		{ door: 'GET /api/groups', statuses: consoleApi(200, 200), private: true },
		{ door: 'GET /api/groups/overview', statuses: consoleApi(200, 200), private: true },
		{ door: `GET /api/groups/rosters?group=${group.id}`, statuses: consoleApi(200, 200), private: true },
		{ door: 'POST /api/meetings', body: {}, statuses: consoleApi(400, 400) },
		{ door: 'POST /api/import', body: {}, statuses: [401, 401, 401, 403, 403, 422, 403, 422], whole: true }
	];
};

describe('each role at each door', () => {
	test.each(EVERYBODY)('%s', async (who) => {
		const browser = browsers[who];
		const found: Record<string, number> = {};
		const expected: Record<string, number> = {};
		for (const row of table()) {
			const [method = '', path = ''] = row.door.split(' ');
			const response = ['POST', 'PUT'].includes(method)
				? await browser.fetch(path, {
						method,
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(row.body)
					})
				: await browser.fetch(path, { method });
			const text = await response.text();
			found[row.door] = response.status;
			expected[row.door] = statusFor(who, row) ?? 0;
			const mayKnow = who === 'trainer' || who === 'manager' || who === 'placed';
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

	const known = () => table().map(({ door }) => door.split(' ') as [method: string, path: string]);
	const routes = [...new Set(doors.map(({ route }) => route))];

	test.each(
		doors.filter(({ file }) => !file.includes('+page.server')).map(({ method, route }) => [method, route])
	)('the table has a row for %s %s', (method, route) => {
		const why = `Add a row with the statuses of each role for "${method} ${route}".`;
		const has = known().some(([verb, path]) => verb === method && routeAt(path, routes) === route);
		const isTried = ['POST /(auth)/sign-out', 'PUT /api/blobs/[sha256]'].includes(`${method} ${route}`);
		expect(has || isTried, why).toBe(true);
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

/** Who may send a page's forms; everybody else is turned away before any of them is looked at. */
const WHOSE = {
	'/(auth)/sign-in': EVERYBODY,
	'/(auth)/sign-in/code': EVERYBODY,
	'/(auth)/invite': EVERYBODY,
	'/(public)/stall/[slug]': EVERYBODY,
	'/(public)/partners/join': EVERYBODY,
	'/(console)/trainer': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/me': ['trainer', 'stranger', 'manager', 'expert', 'owner', 'placed', 'far'],
	'/(console)/trainer/entry': ['manager', 'placed', 'far'],
	'/(console)/trainer/staff': ['manager', 'placed', 'far'],
	'/(console)/trainer/phones': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/voices': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/questions': ['expert'],
	'/(console)/trainer/groups': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/groups/[id]': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/groups/[id]/about': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/groups/[id]/cards': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/groups/[id]/meetings': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/groups/[id]/notices': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/groups/[id]/pattern': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/women/[id]': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/women/[id]/about': ['trainer', 'manager', 'placed'],
	'/(console)/trainer/evening': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/stalls': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/stalls/[id]': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/partners/new': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/partners/[id]': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/partners/[id]/change': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/partners/introductions/[id]': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	// Whose draft it is, the page looks itself: tests/api/import.test.ts.
	'/(console)/trainer/import': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/import/[id]': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	// Whose trick it is, each page looks itself: tests/api/scams.test.ts.
	'/(console)/trainer/scams/new': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/scams/[id]': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/scams/[id]/try': ['trainer', 'stranger', 'manager', 'placed', 'far'],
	'/(console)/trainer/known': ['manager'],
	'/(console)/trainer/badges': ['manager'],
	'/(console)/trainer/systems': ['manager'],
	'/(console)/trainer/content': ['manager'],
	'/(console)/trainer/content/drafts/[id]': ['manager']
} as const satisfies Record<string, readonly Who[]>;

describe('each form of each page', () => {
	const forms = doors
		.filter(({ file, method }) => method === 'POST' && file.includes('+page.server'))
		.flatMap(({ route, file }) => actionsOf(file).map((action) => ({ route, action })));

	test('is found in the files', () => {
		expect(forms).toContainEqual({ route: '/(console)/trainer/women/[id]', action: 'revokePhone' });
		expect(forms).toContainEqual({ route: '/(auth)/sign-in/code', action: 'default' });
		expect(leadsTo('/trainer/women/abc', '/(console)/trainer/women/[id]')).toBe(true);
	});

	test.each(forms)('$route $action is closed to whom it is not for', async ({ route, action }) => {
		const may: readonly Who[] | undefined = WHOSE[route as keyof typeof WHOSE];
		expect(may, `Say in WHOSE who may send the forms of "${route}".`).toBeDefined();
		const id = route.includes('/women/') ? village.women[0]?.id : village.group.id;
		const page = route.replace(/\/\([a-z]+\)/g, '').replace(/\[\w+\]/, id ?? '');
		const path = action === 'default' ? page : `${page}?/${action}`;
		const statuses: Partial<Record<Who, number>> = {};
		for (const who of EVERYBODY)
			if (!may?.includes(who)) statuses[who] = (await browsers[who].submit(path, {})).status;
		const isGuest = (who: string) => ['guest', 'learner', 'revoked'].includes(who);
		for (const [who, status] of Object.entries(statuses)) expect(status, who).toBe(isGuest(who) ? 303 : 403);
		expect((await phones.learner.send([])).status).toBe(200);
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
