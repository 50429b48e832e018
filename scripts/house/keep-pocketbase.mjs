import { setTimeout as sleep } from 'node:timers/promises';
import { countEnd, restartDelay } from './backoff.mjs';
import { forgetPocketBase, notePocketBase } from './end-orphan.mjs';
import { Fault } from './fault.mjs';
import { freePort } from './free-port.mjs';
import { isHealthy, signIn } from './pocketbase-calls.mjs';
import { spawnPocketBase } from './pocketbase-process.mjs';

/** Migrations over a large database take their time: 22 of them over a million events 33 s on two busy cores, and an old
 * laptop is ten times slower. One that has ended is noticed at once; killed half-way, it would begin anew each time. */
const READY_WITHIN_MS = 600_000;
const STOP_WITHIN_MS = 10_000;

/**
 * Keeps PocketBase running until it is stopped: started again, after a growing pause, whenever it ends.
 */
export class PocketBaseKeeper {
	/**
	 * @param {{ program: string, dataDir: string, services: { email: string, password: string } }} how
	 * @param {{ onStart?: (running: { url: string, pid: number, starts: number }) => void, onEnd?: (said: string, waitMs: number) => void }} [tell]
	 */
	constructor(how, tell = {}) {
		this.how = how;
		this.tell = tell;
		this.port = 0;
		this.starts = 0;
		this.isStopping = false;
		/** @type {import('./pocketbase-process.mjs').PocketBaseProcess | undefined} */
		this.process = undefined;
	}

	get url() {
		return `http://127.0.0.1:${this.port}`;
	}

	/**
	 * Starts it and returns when the app's account can sign in.
	 * @returns {Promise<string>} a token of the services account
	 * @throws {Fault}
	 */
	async start() {
		// Whatever ends this process short of kill -9 ends PocketBase too.
		process.once('exit', () => this.process?.kill('SIGTERM'));
		const token = await this.#startOnce();
		void this.#watch();
		return token;
	}

	/** Lets it close its database; ends it hard when it does not. */
	async stop() {
		this.isStopping = true;
		const running = this.process;
		if (running && !running.hasEnded()) {
			running.kill('SIGTERM');
			const isDone = await Promise.race([
				running.ended.then(() => true),
				sleep(STOP_WITHIN_MS, false, { ref: false })
			]);
			if (!isDone) {
				running.kill('SIGKILL');
				await running.ended;
			}
		}
		forgetPocketBase(this.how.dataDir);
	}

	async #startOnce() {
		// The same address again, so that whoever knows it finds it; another one when somebody took it.
		if (this.port === 0 || this.process?.said().includes('address already in use'))
			this.port = await freePort();
		const started = spawnPocketBase({ ...this.how, port: this.port });
		this.process = started;
		if (started.pid) notePocketBase(this.how.dataDir, started.pid);
		const token = await this.#untilReady(started);
		this.starts += 1;
		this.tell.onStart?.({ url: this.url, pid: started.pid, starts: this.starts });
		return token;
	}

	/** @param {import('./pocketbase-process.mjs').PocketBaseProcess} started */
	async #untilReady(started) {
		const deadlineMs = Date.now() + READY_WITHIN_MS;
		while (!started.hasEnded() && Date.now() < deadlineMs) {
			if (await isHealthy(this.url)) {
				const token = await signIn(this.url, this.how.services).catch(() => undefined);
				if (token) return token;
				if (!started.hasEnded() && (await isHealthy(this.url))) break;
			}
			await sleep(30);
		}
		const said = started.said();
		started.kill('SIGKILL');
		await started.ended;
		throw new Fault(
			'pocketbase_start',
			`PocketBase did not start on ${this.how.dataDir}: look at what it said, and restore the folder from a backup if it is damaged.\n${said}`
		);
	}

	async #watch() {
		let ends = 0;
		let startedAtMs = Date.now();
		while (!this.isStopping) {
			await this.process?.ended;
			if (this.isStopping) return;
			ends = countEnd(ends, Date.now() - startedAtMs);
			const waitMs = restartDelay(ends);
			this.tell.onEnd?.(this.process?.said() ?? '', waitMs);
			await sleep(waitMs);
			if (this.isStopping) return;
			startedAtMs = Date.now();
			await this.#startOnce().catch(() => {});
		}
	}
}
