import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const MANAGER = { email: 'manager@example.test', password: 'mot-hai-ba-bon' };

/** A cold start may have to build PocketBase first. */
const START_WITHIN_MS = 240_000;

/** A whole Bản Mây (Node and PocketBase) on a free port with a data folder of its own, for tests and the bench. */
export class House {
	/** @type {import('node:child_process').ChildProcess | null} */
	#child = null;
	origin = '';
	log = '';

	/** @param {string} [dataDir] made and thrown away when not given */
	constructor(dataDir = mkdtempSync(join(tmpdir(), 'ban-may-'))) {
		this.dataDir = dataDir;
	}

	/**
	 * Starts it as `npm start` does; a second start takes the same port, as phones expect.
	 * @param {{args?: string[], env?: Record<string, string>}} [extra]
	 */
	async start({ args = [], env = {} } = {}) {
		rmSync(join(this.dataDir, 'running.json'), { force: true });
		const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
			env: {
				...process.env,
				PORT: this.origin ? new URL(this.origin).port : '0',
				HOST: '127.0.0.1',
				DATA_DIR: this.dataDir,
				FIRST_MANAGER_EMAIL: MANAGER.email,
				FIRST_MANAGER_PASSWORD: MANAGER.password,
				...env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (this.log += chunk));
		this.#child = child;
		for (let waitedMs = 0; waitedMs < START_WITHIN_MS; waitedMs += 100) {
			if (child.exitCode !== null) throw new Error(`The house did not start:\n${this.log}`);
			const running = this.running();
			if (running && (await isHealthy(running.origin))) {
				this.origin = running.origin.replace('localhost', '127.0.0.1');
				return this;
			}
			await sleep(100);
		}
		throw new Error(`The house was not healthy in time:\n${this.log}`);
	}

	/**
	 * What DATA_DIR/running.json says, or undefined before it is there.
	 * @returns {{origin: string, pid: number, pocketbase: {url: string, pid: number}} | undefined}
	 */
	running() {
		const file = join(this.dataDir, 'running.json');
		try {
			return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
		} catch {
			return undefined; // being written
		}
	}

	/**
	 * Ends it: as Ctrl-C does, or like a power cut.
	 * @param {NodeJS.Signals} [signal]
	 */
	async stop(signal = 'SIGTERM') {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}

	async remove() {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}
}

/** @param {string} origin */
async function isHealthy(origin) {
	try {
		return (await fetch(`${origin}/healthz`)).status === 200;
	} catch {
		return false;
	}
}
