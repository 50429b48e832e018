import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lessonsOf, type Catalog } from '$lib/domain/course';
import { endpoints } from '$lib/server/interop/api/endpoints';
import { makeToken, revokeToken, SCOPES, validTokens, type Scope } from '$lib/server/interop/api/tokens';
import { countWaiting } from '$lib/server/interop/feed';
import { forwardOnce } from '$lib/server/interop/lrs/forward';
import { refusedOf, type Refused } from '$lib/server/interop/refused';
import { noteTarget, setTarget, targetNamed, type Target } from '$lib/server/interop/targets';
import type { WebhookMessage } from '$lib/server/interop/webhook/message';
import { isGenuine } from '$lib/server/interop/webhook/sign';
import { tellOnce } from '$lib/server/interop/webhook/tell';
import type { Statement } from '$lib/server/interop/xapi/statement';
import { TOLD_KINDS } from '$lib/server/interop/xapi/verbs';
import { pocketbase } from '$lib/server/pocketbase';
import { Browser } from './browser';
import { house } from './house';
import { newVillage, signedIn, type Village } from './people';
import { answered, completed, heard, Phone } from './phone';
import { Receiver } from './receiver';

process.env.ALLOW_PRIVATE_TARGETS = '1';
process.env.BAN_MAY_ORIGIN = house.origin;

let village: Village;
let catalog: Catalog;
let manager: Browser;

beforeAll(async () => {
	village = await newVillage(6);
	manager = await signedIn(house.manager.email, house.manager.password);
	catalog = (await (await new Browser().fetch('/api/catalog')).json()) as Catalog;
});

/** Everything of a course, as her phone tells it. */
async function finishCourse(phone: Phone): Promise<string> {
	const [course] = catalog.courses;
	if (!course) throw new Error('no course');
	for (const { slug, questions } of lessonsOf(course)) {
		const right = questions.map((question) => answered(question, true, slug));
		await phone.sync(phone.events(heard(1, slug), ...right, completed(slug)));
	}
	await phone.sync(phone.events({ kind: 'course.completed', data: { course: course.slug } }));
	return course.slug;
}
const woman = (n: number) => village.women[n] as Village['women'][number];
const joined = (n: number) => new Phone().join(woman(n));
/** Delivered by the test, not by the house's own clock: its targets are switched off. */
async function targetAt(name: 'lrs' | 'webhook', url: string): Promise<Target> {
	await setTarget(name, { url, user: 'key', secret: 'whsec_c2VjcmV0', state: 'off' });
	return (await targetNamed(name)) as Target;
}
const again = async (name: 'lrs' | 'webhook') => (await targetNamed(name)) as Target;

describe('statements to an LRS', () => {
	let lrs: Receiver;
	const isOfEvent = ({ verb }: Statement) => !verb.id.endsWith('/registered');
	/** Of what she did; that she joined is told as well. */
	const sentIds = () =>
		lrs.got.flatMap(({ body }) => (JSON.parse(body) as Statement[]).filter(isOfEvent).map(({ id }) => id));

	beforeAll(async () => (lrs = await new Receiver().start()));
	beforeEach(() => {
		lrs.got.length = 0;
		lrs.reply = () => ({ status: 200 });
	});
	afterAll(() => lrs.stop());

	test('all are sent once, in batches of at most fifty, without a name or an id of hers', async () => {
		const phone = await joined(0);
		await finishCourse(phone);
		await targetAt('lrs', lrs.url);
		while (await forwardOnce(await again('lrs')));
		const batches = lrs.got.map(({ body }) => JSON.parse(body) as Statement[]);
		expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(50);
		expect(new Set(sentIds()).size).toBe(sentIds().length);
		const verbs = new Set(batches.flat().map(({ verb }) => verb.id));
		expect(verbs).toContain('https://openbadgespec.org/xapi/verbs/earned');
		expect(lrs.got[0]?.path).toBe('/statements/');
		expect(lrs.got[0]?.headers).toMatchObject({
			'x-experience-api-version': '1.0.3',
			authorization: `Basic ${Buffer.from('key:whsec_c2VjcmV0').toString('base64')}`
		});
		const text = JSON.stringify(batches);
		for (const secret of [woman(0).name, woman(0).id, phone.device, village.group.name])
			expect(text).not.toContain(secret);
		expect(await countWaiting(await again('lrs'), TOLD_KINDS)).toEqual({ events: 0, badges: 0, joined: 0 });

		lrs.got.length = 0;
		expect(await forwardOnce(await again('lrs'))).toBe(false);
		expect(lrs.got).toEqual([]);
		await phone.sync(phone.events(heard(1), answered(1, true)));
		await forwardOnce(await again('lrs'));
		expect(sentIds()).toHaveLength(1);
	});

	test('a kill after sending and before noting sends the same ids again', async () => {
		const phone = await joined(1);
		await phone.sync(phone.events(answered(1, true), answered(2, false)));
		const before = await again('lrs');
		await forwardOnce(before);
		const first = sentIds();
		await noteTarget(before, { events: before.events, badges: before.badges });
		lrs.got.length = 0;
		await forwardOnce(await again('lrs'));
		expect(first).toHaveLength(2);
		expect(sentIds()).toEqual(first);
	});

	test('a faulty one is put aside with its reason, the others arrive', async () => {
		const phone = await joined(2);
		await phone.sync(phone.events(answered(1, true), answered(2, true), answered(3, true)));
		const taken: Statement[] = [];
		lrs.reply = ({ body }) => {
			const batch = JSON.parse(body) as Statement[];
			if (batch.some(({ object }) => object.id.endsWith('#question-2')))
				return { status: 400, body: 'no question 2' };
			taken.push(...batch);
			return { status: 200 };
		};
		const { total } = await refusedOf('lrs');
		await forwardOnce(await again('lrs'));
		expect(taken.filter(isOfEvent).map(({ object }) => object.id.at(-1))).toEqual(['1', '3']);
		const refused = await refusedOf('lrs');
		expect(refused.total).toBe(total + 1);
		expect(refused.newest[0]?.why).toBe('400 no question 2');
	});

	test('what was put aside stands on the page, goes again when it is mended, or is given up', async () => {
		const phone = await joined(5);
		await phone.sync(phone.events(answered(4, true), answered(5, true)));
		const taken: Statement[] = [];
		lrs.reply = () => ({ status: 400, body: 'no <b>such</b> question' });
		while (await forwardOnce(await again('lrs')));
		const before = await refusedOf('lrs');
		expect(before.total).toBeGreaterThanOrEqual(2);
		const page = await (await manager.fetch('/trainer/systems')).text();
		expect(page).toContain('no &lt;b>such&lt;/b> question');
		expect(page).toContain('#question-5');

		const [first, second] = before.newest as [Refused, Refused];
		const form = (refused: string) => ({ refused });
		const send = (refused: string) => manager.submit('/trainer/systems?/sendAgain', form(refused));
		expect((await send(first.id)).status).toBe(200);
		expect((await refusedOf('lrs')).total).toBe(before.total);
		lrs.reply = () => 'hang-up';
		expect((await send(first.id)).status, 'nobody there').toBe(400);
		expect((await refusedOf('lrs')).total).toBe(before.total);

		lrs.reply = ({ body }) => {
			taken.push(...(JSON.parse(body) as Statement[]));
			return { status: 200 };
		};
		expect((await send(first.id)).status).toBe(200);
		expect(taken.map(({ id }) => id)).toEqual([first.about]);
		expect((await send(first.id)).status, 'twice').toBe(404);
		expect((await manager.submit('/trainer/systems?/dropRefused', form(second.id))).status).toBe(200);
		expect((await manager.submit('/trainer/systems?/dropRefused', form(second.id))).status).toBe(404);
		expect((await refusedOf('lrs')).total).toBe(before.total - 2);
		expect((await send('all')).status).toBe(before.total > 2 ? 200 : 404);
		expect((await refusedOf('lrs')).total).toBe(0);
		expect(taken.map(({ id }) => id)).not.toContain(second.about);

		const trainer = await signedIn(village.trainer.email);
		for (const act of ['sendAgain', 'dropRefused'])
			expect([303, 403]).toContain((await trainer.submit(`/trainer/systems?/${act}`, form('all'))).status);
	});

	test('a woman who joins is registered once, however many phones she has', async () => {
		const actors: string[] = [];
		lrs.reply = ({ body }) => {
			const statements = (JSON.parse(body) as Statement[]).filter((one) => !isOfEvent(one));
			for (const { object } of statements) expect(object.id).toBe(`${house.origin}/`);
			actors.push(...statements.map(({ actor }) => actor.account.name));
			return { status: 200 };
		};
		await joined(4);
		await noteTarget(await again('lrs'), { joined: 0 });
		while (await forwardOnce(await again('lrs')));
		expect(actors.length).toBeGreaterThanOrEqual(5);
		expect(new Set(actors).size).toBe(actors.length);
		await joined(4);
		await joined(5);
		const before = actors.length;
		while (await forwardOnce(await again('lrs')));
		expect(actors).toHaveLength(before);
	});

	test.each([
		{ what: 'is away', reply: { status: 503 } as const, state: 'off', waits: true },
		{ what: 'hangs up', reply: 'hang-up' as const, state: 'off', waits: true },
		{ what: 'is busy', reply: { status: 429, headers: { 'retry-after': '600' } }, state: 'off', waits: true },
		{ what: 'no longer knows us', reply: { status: 401 } as const, state: 'paused', waits: false },
		{
			what: 'is a web page',
			reply: { status: 302, headers: { location: '/' } },
			state: 'paused',
			waits: false
		}
	])('when it $what, nothing is lost', async ({ reply, waits }) => {
		const phone = await joined(3);
		await phone.sync(phone.events(answered(1, true)));
		lrs.reply = () => reply;
		const before = await again('lrs');
		expect(await forwardOnce(before)).toBe(false);
		const after = await again('lrs');
		expect(after).toMatchObject({ events: before.events, tries: before.tries + 1 });
		expect(after.nextAtMs > Date.now()).toBe(waits);
		if (typeof reply !== 'string' && reply.status === 429)
			expect(after.nextAtMs).toBeGreaterThan(Date.now() + 590_000);
		lrs.reply = () => ({ status: 204 });
		lrs.got.length = 0;
		await forwardOnce(after);
		expect(sentIds()).toHaveLength(1);
		expect(await again('lrs')).toMatchObject({ tries: 0, problem: '', nextAtMs: 0 });
	});

	test('the secret is nowhere in the open: not in the database, not on the page', async () => {
		await setTarget('lrs', { url: lrs.url, user: 'key', secret: 'rat-bi-mat', state: 'off' });
		const row = await (
			await pocketbase()
		)
			.collection('interop_targets')
			.getFirstListItem<Target>("name = 'lrs'");
		expect(JSON.stringify(row)).not.toContain('rat-bi-mat');
		expect(await (await manager.fetch('/trainer/systems')).text()).not.toContain('rat-bi-mat');
	});
});

describe('the webhook', () => {
	let receiver: Receiver;
	const messages = () => receiver.got.map(({ body }) => JSON.parse(body) as WebhookMessage);

	beforeAll(async () => {
		receiver = await new Receiver().start();
		await targetAt('webhook', receiver.url);
		await finishCourse(await joined(4));
	});
	afterAll(() => receiver.stop());

	test('is not told what was before it', async () => {
		const waiting = await countWaiting(await again('webhook'), ['course.completed']);
		expect(waiting).toMatchObject({ events: 1, badges: 1 });
	});

	test('that fails, is slow to recover and lies is told everything in the end, signed', async () => {
		const lies = [
			{ status: 500 },
			'hang-up',
			{ status: 302, headers: { location: 'http://127.0.0.1:1/' } },
			{ status: 429, headers: { 'retry-after': 'whenever' } },
			{ status: 200, body: '<html>'.repeat(100_000) },
			{ status: 503 },
			{ status: 204 }
		] as const;
		receiver.reply = () => lies[Math.min(receiver.got.length, lies.length) - 1] ?? { status: 200 };
		for (let round = 0; round < 12; round++) await tellOnce(await again('webhook'));
		expect(new Set(messages().map(({ id }) => id)).size).toBe(2);
		expect(new Set(messages().map(({ type }) => type))).toEqual(
			new Set(['course.completed', 'badge.issued'])
		);
		expect(receiver.got).toHaveLength(lies.length);
		expect(await again('webhook')).toMatchObject({ delivered: 2, problem: '' });
		for (const { headers, body } of receiver.got) {
			const said = (name: string) => String(headers[`webhook-${name}`]);
			const received = { id: said('id'), timestamp: said('timestamp'), signature: said('signature'), body };
			expect(isGenuine(received, 'whsec_c2VjcmV0', Date.now() / 1000)).toBe(true);
			expect(isGenuine({ ...received, body: body + ' ' }, 'whsec_c2VjcmV0', Date.now() / 1000)).toBe(false);
			for (const secret of [woman(4).name, woman(4).id]) expect(body).not.toContain(secret);
		}
	});

	test('the house itself tells it, when it is on', async () => {
		receiver.got.length = 0;
		receiver.reply = () => ({ status: 200 });
		await noteTarget(await again('webhook'), { state: 'on' });
		await finishCourse(await joined(5));
		await expect
			.poll(
				() =>
					messages()
						.map(({ type }) => type)
						.sort(),
				{ timeout: 20_000 }
			)
			.toEqual(['badge.issued', 'course.completed']);
		await noteTarget(await again('webhook'), { state: 'off' });
	});
});

describe('the read API', () => {
	const tokens = {} as Record<Scope | 'none', string>;
	const call = (path: string, token?: string) =>
		new Browser().fetch(path, token ? { headers: { authorization: `Bearer ${token}` } } : {});

	beforeAll(async () => {
		for (const scope of SCOPES) tokens[scope] = await makeToken(scope, [scope], '');
	});

	test('answers every documented path as its schema says', async () => {
		const openapi = (await (await call('/api/v1/openapi.json')).json()) as {
			openapi: string;
			paths: Record<
				string,
				{ get: { responses: Record<string, { content: Record<string, { schema: object }> }> } }
			>;
		};
		expect(openapi.openapi).toBe('3.1.0');
		expect(Object.keys(openapi.paths)).toHaveLength(Object.keys(endpoints).length);
		const ajv = addFormats(new Ajv({ strict: true, strictTypes: false }));
		const all = await makeToken('all', SCOPES, '');
		for (const [path, { get }] of Object.entries(openapi.paths)) {
			const response = await call(path, all);
			expect(response.status, path).toBe(200);
			const schema = get.responses[200]?.content['application/json']?.schema ?? {};
			const isRight = ajv.validate(closed(schema), await response.json());
			expect(isRight, `${path}: ${ajv.errorsText()}`).toBe(true);
		}
	});

	test.each(Object.values(endpoints).filter(({ scope }) => scope))(
		'$path opens to "$scope" alone',
		async ({ path, scope }) => {
			expect((await call(path)).status).toBe(401);
			expect((await call(path, `banmay_${'a'.repeat(43)}`)).status).toBe(401);
			expect((await manager.fetch(path)).status).toBe(401);
			for (const one of SCOPES)
				expect((await call(path, tokens[one])).status).toBe(one === scope ? 200 : 403);
		}
	);

	test('counts who has begun and completed a course', async () => {
		const { rows } = (await (await call('/api/v1/progress', tokens.progress)).json()) as {
			rows: { group: string; course: string; women: number; begun: number; completed: number | null }[];
		};
		const [course] = catalog.courses;
		const row = rows.find((one) => one.group === village.group.id && one.course === course?.slug);
		// All six have begun; three have completed, and three are too few to be told.
		expect(row).toMatchObject({ women: 6, begun: 6, completed: null });
	});

	test('tells names only when the scope says so', async () => {
		const plain = await (await call('/api/v1/badges?limit=500', tokens.badges)).text();
		expect(plain).not.toContain(woman(0).name);
		expect(plain).not.toContain(woman(0).id);
		const named = await makeToken('named', ['badges', 'names'], '');
		expect(await (await call('/api/v1/badges?limit=500', named)).text()).toContain(woman(0).name);
	});

	test('badges are read page by page, each once', async () => {
		const seen: string[] = [];
		for (let after: string | null = '0'; after;) {
			const page = (await (await call(`/api/v1/badges?limit=1&after=${after}`, tokens.badges)).json()) as {
				badges: { learner: string; course: string }[];
				next: string | null;
			};
			seen.push(...page.badges.map(({ learner, course }) => learner + course));
			after = page.next;
		}
		expect(seen.length).toBeGreaterThanOrEqual(3);
		expect(new Set(seen).size).toBe(seen.length);
	});

	test.each(['limit=0', 'limit=501', 'limit=x', 'after=-1', "after=1' OR 1=1", 'after=99999999999999999'])(
		'%s is malformed',
		async (query) => expect((await call(`/api/v1/badges?${query}`, tokens.badges)).status).toBe(400)
	);

	test('a token that was revoked opens nothing; none stands in the database', async () => {
		const token = await makeToken('for a minute', ['catalog'], '');
		const rows = await (await pocketbase()).collection('api_tokens').getFullList();
		expect(JSON.stringify(rows)).not.toContain(token.slice(7));
		const made = (await validTokens()).find(({ name }) => name === 'for a minute');
		expect((await call('/api/v1/catalog', token)).status).toBe(200);
		await revokeToken(made?.id ?? '');
		expect((await call('/api/v1/catalog', token)).status).toBe(401);
	});

	test('is limited', async () => {
		const token = await makeToken('eager', ['catalog'], '');
		const statuses = await Promise.all(Array.from({ length: 310 }, () => call('/api/v1/catalog', token)));
		const late = statuses.filter(({ status }) => status === 429);
		expect(late.length).toBe(10);
		expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
	});
});

describe('files', () => {
	const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
	const file = (name: string, query: string) => manager.fetch(`/trainer/systems/files/${name}?${query}`);

	test('statements of a period as JSON and CSV, the same ones', async () => {
		const period = `from=2026-01-01&to=${today}`;
		const json = (await (await file('statements.json', period)).json()) as Statement[];
		const bytes = Buffer.from(await (await file('statements.csv', period)).arrayBuffer());
		const csv = bytes.toString('utf8');
		expect(json.length).toBeGreaterThan(50);
		expect(csv.trim().split('\n').length).toBe(json.length + 1);
		expect(csv).toContain(json[0]?.id);
		expect(csv.charCodeAt(0)).toBe(0xfeff);
		expect(await (await file('statements.json', 'from=2020-02-01&to=2020-02-02')).json()).toEqual([]);
	});

	test('the month for DHIS2', async () => {
		const answer = await file('dhis2.json', `month=${today.slice(0, 7)}`);
		const set = (await answer.json()) as { period: string; dataValues: { value: number }[] };
		expect(set.period).toBe(today.slice(0, 7).replace('-', ''));
		expect(set.dataValues.length).toBeGreaterThan(0);
		for (const { value } of set.dataValues) expect(value === 0 || value >= 5).toBe(true);
		expect(await (await file('dhis2.csv', `month=${today.slice(0, 7)}`)).text()).toMatch(
			/^dataelement,period,/
		);
	});

	test.each([
		['dhis2.json', 'month=2026-13', 400],
		['statements.csv', 'from=2026-02-31&to=2026-03-01', 400],
		['statements.csv', '', 400],
		['../../secrets', '', 404],
		['constructor', '', 404]
	])('%s?%s answers %i', async (name, query, status) =>
		expect((await file(encodeURIComponent(name), query)).status).toBe(status)
	);
});

describe('the page', () => {
	const submit = (action: string, values: Record<string, string>) =>
		manager.submit(`/trainer/systems?/${action}`, values);

	test.each([
		['saveLrs', { lrsUrl: '', lrsUser: 'k', lrsSecret: 's' }],
		['saveLrs', { lrsUrl: 'ftp://x', lrsUser: 'k', lrsSecret: 's' }],
		['saveLrs', { lrsUrl: 'https://other.example.org', lrsUser: 'k', lrsSecret: '' }],
		['saveWebhook', { hookUrl: 'javascript:alert(1)' }],
		['addToken', { tokenName: '', scope: 'groups' }],
		['addToken', { tokenName: 'x' }],
		['addToken', { tokenName: 'x', scope: 'everything' }]
	])('%s refuses %o', async (action, values) => expect((await submit(action, values)).status).toBe(400));

	test('a token made there works, and is shown once', async () => {
		const shown = await (
			await submit('addToken', { tokenName: 'Phòng <b>thống kê', scope: 'groups' })
		).text();
		const [token = ''] = /banmay_[\w-]{43}/.exec(shown) ?? [];
		const headers = { authorization: `Bearer ${token}` };
		expect((await new Browser().fetch('/api/v1/groups', { headers })).status).toBe(200);
		expect(await (await manager.fetch('/trainer/systems')).text()).not.toContain(token);
		expect(shown).not.toContain('<b>thống');
	});

	test('no trainer sees it or does anything there', async () => {
		const trainer = await signedIn(village.trainer.email);
		expect((await trainer.fetch('/trainer/systems')).status).toBe(403);
		expect(
			(await trainer.submit('/trainer/systems?/addToken', { tokenName: 'x', scope: 'names' })).status
		).toBe(403);
		expect((await trainer.fetch('/trainer/systems/files/dhis2.json?month=2026-11')).status).toBe(403);
	});
});

/** A schema that also refuses what it does not name. */
function closed(schema: unknown): object {
	if (Array.isArray(schema)) return schema.map(closed);
	if (typeof schema !== 'object' || schema === null) return schema as unknown as object;
	const inside = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
	return 'properties' in inside && !('additionalProperties' in inside)
		? { ...inside, additionalProperties: false }
		: inside;
}
