import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const MANAGER = { email: 'manager@example.test', password: 'mot-hai-ba-bon' };

/** A whole Bản Mây (Node and PocketBase) on a free port with a data folder of its own. */
export class House {
	readonly dataDir: string;
	origin = '';
	#child: ChildProcess | null = null;
	#log = '';

	constructor(dataDir = mkdtempSync(join(tmpdir(), 'ban-may-test-'))) {
		this.dataDir = dataDir;
	}

	/** Starts it as `npm start` does; a second start takes the same port, as phones expect. */
	async start(extra: { args?: string[]; env?: Record<string, string> } = {}): Promise<this> {
		const port = this.origin ? new URL(this.origin).port : '0';
		rmSync(join(this.dataDir, 'running.json'), { force: true });
		const child = spawn(process.execPath, ['scripts/start.mjs', ...(extra.args ?? [])], {
			env: {
				...process.env,
				PORT: port,
				HOST: '127.0.0.1',
				DATA_DIR: this.dataDir,
				FIRST_MANAGER_EMAIL: MANAGER.email,
				FIRST_MANAGER_PASSWORD: MANAGER.password,
				...extra.env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		});
		child.stdout?.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
		this.#child = child;
		for (let waitedMs = 0; waitedMs < 150_000; waitedMs += 100) {
			if (child.exitCode !== null) throw new Error(`The house did not start:\n${this.#log}`);
			const running = this.running();
			if (running && (await healthy(running.origin))) {
				this.origin = running.origin.replace('localhost', '127.0.0.1');
				return this;
			}
			await sleep(100);
		}
		throw new Error(`The house was not healthy in time:\n${this.#log}`);
	}

	/** What DATA_DIR/running.json says, or undefined before it is there. */
	running(): { origin: string; pid: number; pocketbase?: { url: string; pid: number } } | undefined {
		const file = join(this.dataDir, 'running.json');
		try {
			return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
		} catch {
			return undefined; // being written
		}
	}

	/** Ends it: as Ctrl-C does, or like a power cut. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child || child.exitCode !== null) return;
		const ended = new Promise((resolve) => child.once('exit', resolve));
		child.kill(signal);
		await ended;
	}

	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.dataDir, { recursive: true, force: true });
	}

	get log(): string {
		return this.#log;
	}
}

async function healthy(origin: string): Promise<boolean> {
	try {
		return (await fetch(`${origin}/healthz`)).status === 200;
	} catch {
		return false;
	}
}
