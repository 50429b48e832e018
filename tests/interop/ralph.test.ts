import { spawn, type ChildProcess } from 'node:child_process';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { countWaiting } from '$lib/server/interop/feed';
import { forwardOnce } from '$lib/server/interop/lrs/forward';
import { postStatements } from '$lib/server/interop/lrs/post-statements';
import { sendBatch } from '$lib/server/interop/lrs/send-batch';
import { tryLrs } from '$lib/server/interop/lrs/test-lrs';
import { refusedOf } from '$lib/server/interop/refused';
import { noteTarget, setTarget, targetNamed, type Target } from '$lib/server/interop/targets';
import type { Statement } from '$lib/server/interop/xapi/statement';
import { TOLD_KINDS } from '$lib/server/interop/xapi/verbs';
import { house } from '../api/house';
import { newVillage, signedIn, type Village } from '../api/people';
import { answered, completed, heard, Phone } from '../api/phone';
import { venv } from './venv';

process.env.ALLOW_PRIVATE_TARGETS = '1';
process.env.BAN_MAY_ORIGIN = house.origin;

/** `requests` is missing from Ralph's own list. */
const PACKAGES = ['ralph-malph[lrs,cli]==5.1.0', 'requests'];
const KEY = { user: 'ban-may', secret: 'mot-bi-mat' };

const folder = mkdtempSync(join(tmpdir(), 'ralph-'));
let ralph: ChildProcess;
let url = '';
let village: Village;

beforeAll(async () => {
	const bin = await venv('ralph-5.1.0', PACKAGES);
	const port = await freePort();
	const env = {
		...process.env,
		RALPH_APP_DIR: folder,
		RALPH_AUTH_FILE: join(folder, 'auth.json'),
		RALPH_RUNSERVER_BACKEND: 'fs',
		RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH: folder,
		RALPH_BACKENDS__LRS__FS__DEFAULT_LRS_FILE: 'lrs.jsonl'
	};
	const agent = ['-M', 'mailto:lrs@example.org', '-N', 'lrs', '-s', 'all', '-w'];
	const { user, secret } = KEY;
	await promisify(execFile)(join(bin, 'ralph'), ['auth', '-u', user, '-p', secret, ...agent], {
		env,
		cwd: folder
	});
	const server = join(import.meta.dirname, 'run_lrs.py');
	ralph = spawn(join(bin, 'python'), [server, '127.0.0.1', String(port)], { env, cwd: folder });
	let said = '';
	for (const output of [ralph.stdout, ralph.stderr])
		output?.on('data', (part: Buffer) => (said += part.toString()));
	url = `http://127.0.0.1:${port}/xAPI`;
	const isUp = async () => {
		const up = await fetch(`http://127.0.0.1:${port}/__lbheartbeat__`).catch(() => null);
		if (!up?.ok) throw new Error(said || 'Ralph says nothing');
	};
	await vi.waitFor(isUp, { timeout: 20_000, interval: 200 });
	village = await newVillage(3);
}, 600_000);

afterAll(() => {
	ralph?.kill('SIGKILL');
	rmSync(folder, { recursive: true, force: true });
});

const again = async () => (await targetNamed('lrs')) as Target;

/** What the LRS holds, read back with its own API. */
async function stored(): Promise<Statement[]> {
	const authorization = `Basic ${Buffer.from(`${KEY.user}:${KEY.secret}`).toString('base64')}`;
	const headers = { authorization, 'x-experience-api-version': '1.0.3' };
	const all: Statement[] = [];
	for (let path: string | null = '/xAPI/statements/?limit=100'; path;) {
		const page = (await (await fetch(new URL(path, url), { headers })).json()) as {
			statements: Statement[];
			more?: string;
		};
		all.push(...page.statements);
		path = page.more && page.statements.length ? page.more : null;
	}
	return all;
}

async function learn(n: number): Promise<void> {
	const phone = await new Phone().join(village.women[n] as Village['women'][number]);
	await phone.sync(phone.events(heard(1), answered(1, false), answered(1, true), completed()));
}

test('the test button knows a right key from a wrong one', async () => {
	expect(await tryLrs({ url, ...KEY })).toEqual({ isGood: true, why: '200' });
	expect(await tryLrs({ url, ...KEY, secret: 'falsch' })).toEqual({ isGood: false, why: '401' });
	expect((await tryLrs({ url: house.origin, ...KEY })).isGood).toBe(false);
});

test('a real LRS takes every statement once, also when some are sent twice', async () => {
	await learn(0);
	await setTarget('lrs', { url, ...KEY, state: 'off' });
	const start = await again();
	while (await forwardOnce(await again()));
	const first = await stored();
	expect(first.length).toBeGreaterThanOrEqual(3);
	expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
	expect(await refusedOf('lrs')).toMatchObject({ total: expect.any(Number) as number });
	expect(await countWaiting(await again(), TOLD_KINDS)).toEqual({ events: 0, badges: 0, joined: 0 });

	// Killed before the cursor was written, then more happened.
	const refused = (await refusedOf('lrs')).total;
	await noteTarget(start, { events: 0, badges: 0, joined: 0 });
	await learn(1);
	while (await forwardOnce(await again()));
	const second = await stored();
	// What she did, and that she joined.
	expect(second.length).toBe(first.length + 4);
	expect((await refusedOf('lrs')).total).toBe(refused);
});

test('a faulty statement and one under a foreign id are found out, the others are stored', async () => {
	const [known] = await stored();
	if (!known) throw new Error('nothing stored');
	const { stored: _stored, authority: _authority, ...plain } = known as Statement & Record<string, unknown>;
	const fresh = (n: number): Statement => ({
		...plain,
		id: `00000000-0000-4000-8000-00000000000${n}`
	});
	const batch = [
		fresh(1),
		{ ...fresh(2), verb: undefined } as unknown as Statement,
		fresh(3),
		{ ...plain, verb: { ...plain.verb, id: 'http://adlnet.gov/expapi/verbs/voided-not' } },
		fresh(4)
	];
	const sent = await sendBatch(batch, (some) => postStatements({ url, ...KEY }, some));
	expect(sent.taken).toBe(3);
	expect(sent.culprits.map(({ why }) => why.slice(0, 3)).sort()).toEqual(['409', '422']);
	const ids = (await stored()).map(({ id }) => id);
	for (const n of [1, 3, 4]) expect(ids).toContain(fresh(n).id);
});

test('the house itself sends, from the page to the LRS', async () => {
	const manager = await signedIn(house.manager.email, house.manager.password);
	const before = (await stored()).length;
	const form = { lrsUrl: url, lrsUser: KEY.user, lrsSecret: KEY.secret };
	expect((await manager.submit('/trainer/systems?/saveLrs', form)).status).toBe(200);
	expect((await manager.submit('/trainer/systems?/testLrs', {})).status).toBe(200);
	await learn(2);
	await expect.poll(async () => (await stored()).length, { timeout: 30_000 }).toBe(before + 4);
	expect((await manager.submit('/trainer/systems?/switchTarget', { target: 'lrs', to: 'off' })).status).toBe(
		200
	);
	expect((await again()).state).toBe('off');
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => server.once('listening', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
