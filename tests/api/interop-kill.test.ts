import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countWaiting } from '$lib/server/interop/feed';
import { targetNamed } from '$lib/server/interop/targets';
import type { Statement } from '$lib/server/interop/xapi/statement';
import { TOLD_KINDS } from '$lib/server/interop/xapi/verbs';
import { House, MANAGER } from '../../scripts/testing/house.mjs';
import { Browser } from './browser';
import { connect } from './house';
import { newVillage, type Woman } from './people';
import { answered, completed, Phone } from './phone';

/**
 * An LRS that keeps statements by their id, as xAPI 1.0.3 asks: the same one again is nothing new, another one under a
 * known id is a conflict and nothing of its batch is kept.
 */
class Lrs {
	readonly kept = new Map<string, string>();
	batches = 0;
	again = 0;
	conflicts = 0;
	/** Called when a batch is stored, before it is answered: the sender dies of it, in the middle of its call. */
	onStored: () => Promise<void> | void = () => {};
	#server: Server | null = null;
	url = '';

	async start(): Promise<this> {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (part: Buffer) => (body += part.toString()));
			request.on('end', () => {
				const status = this.#take(JSON.parse(body) as Statement[]);
				void Promise.resolve(this.onStored()).then(() => response.writeHead(status).end());
			});
		}).listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		this.#server = server;
		return this;
	}

	#take(batch: Statement[]): number {
		this.batches++;
		const texts = batch.map((one) => [one.id, JSON.stringify(one)] as const);
		if (texts.some(([id, text]) => (this.kept.get(id) ?? text) !== text)) {
			this.conflicts++;
			return 409;
		}
		for (const [id, text] of texts) {
			if (this.kept.has(id)) this.again++;
			this.kept.set(id, text);
		}
		return 200;
	}

	stop(): void {
		this.#server?.close();
		this.#server?.closeAllConnections();
	}
}

const own = new House();
const lrs = new Lrs();
const start = async () => {
	await own.start({
		env: { ADDRESS_HEADER: 'x-test-address', LOG_LEVEL: 'silent', ALLOW_PRIVATE_TARGETS: '1' }
	});
	process.env.POCKETBASE_STARTS = String(Date.now());
	connect(own.dataDir);
};

beforeAll(async () => {
	await lrs.start();
	await start();
});
afterAll(async () => {
	await own.remove();
	lrs.stop();
	connect();
});

async function signIn(): Promise<Browser> {
	const manager = new Browser(undefined, own.origin);
	const answer = await manager.submit('/sign-in?/signIn', MANAGER);
	expect(answer.status).toBe(303);
	return manager;
}

describe('the sender of statements, killed', () => {
	test('in the middle of its calls, again and again: the LRS has each once, none lacks', async () => {
		const { women } = await newVillage(3);
		let events = 0;
		for (const woman of women as Woman[]) {
			const phone = await new Phone(new Browser(undefined, own.origin)).join(woman);
			const answers = Array.from({ length: 120 }, (_, n) => answered(1 + (n % 3), n % 2 === 0));
			events += answers.length + 1;
			await phone.sync(phone.events(...answers, completed()));
		}
		/** Each woman also joined once. */
		const all = events + women.length;

		const KILLS = 4;
		let kills = 0;
		let died: Promise<void> | undefined;
		let isArmed = true;
		lrs.onStored = () => {
			if (!isArmed) return;
			isArmed = false;
			kills++;
			// The batch is stored, its answer never leaves: the power is cut now.
			died = own.stop('SIGKILL');
			return died;
		};
		const manager = await signIn();
		const form = { lrsUrl: lrs.url, lrsUser: 'key', lrsSecret: 'mot-bi-mat' };
		expect((await manager.submit('/trainer/systems?/saveLrs', form)).status).toBe(200);
		for (let n = 1; n <= KILLS && (n === 1 || isArmed); n++) {
			await expect.poll(() => kills, { timeout: 60_000 }).toBe(n);
			await died;
			await start();
			isArmed = n < KILLS && lrs.kept.size < all;
		}
		await expect.poll(() => lrs.kept.size, { timeout: 60_000 }).toBe(all);
		await expect
			.poll(async () => countWaiting((await targetNamed('lrs'))!, TOLD_KINDS), { timeout: 60_000 })
			.toEqual({ events: 0, badges: 0, joined: 0 });
		expect(lrs.kept.size).toBe(all);
		expect(kills).toBeGreaterThan(1);
		expect(lrs.conflicts).toBe(0);
		// It was indeed sent twice what was stored before a death.
		expect(lrs.again).toBeGreaterThan(0);
		const verbs = [...lrs.kept.values()].map((text) => (JSON.parse(text) as Statement).verb.id);
		expect(verbs.filter((verb) => verb.endsWith('/registered'))).toHaveLength(women.length);
	}, 240_000);
});
