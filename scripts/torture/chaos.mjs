import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What happens to servers. */
export class Chaos {
	/** @type {Record<string, number>} */
	#done = {};
	#copies = mkdtempSync(path.join(tmpdir(), 'ban-may-copies-'));
	#copyCount = 0;

	/**
	 * @param {import('../testing/house.mjs').House} house
	 * @param {import('./dice.mjs').Dice} dice
	 */
	constructor(house, dice) {
		this.house = house;
		this.dice = dice;
		this.database = path.join(house.dataDir, 'pocketbase');
	}

	/** @param {number} endMs */
	async rage(endMs) {
		/** @type {[string, () => Promise<void>][]} */
		const ways = [
			['PocketBase killed', () => this.#killPocketBase()],
			['PocketBase killed', () => this.#killPocketBase()],
			['server killed', () => this.#killAll(false)],
			['server stopped', () => this.#stop()],
			['copy taken', () => this.#takeCopy()],
			['older copy put back', () => this.#putBack()]
		];
		// One of each first, so that a short torture has them all; then as the dice fall.
		const first = ['copy taken', 'PocketBase killed', 'older copy put back', 'server killed'];
		for (let turn = 0; Date.now() < endMs; turn++) {
			await sleep(this.dice.between(300, 2500));
			if (Date.now() >= endMs) return;
			const [name, way] = ways.find(([name]) => name === first[turn]) ?? this.dice.one(ways);
			await way();
			this.#done[name] = (this.#done[name] ?? 0) + 1;
		}
	}

	/** Waits until all is up again and throws the copies away. */
	async calmDown() {
		rmSync(this.#copies, { recursive: true, force: true });
		for (let waitedMs = 0; waitedMs < 60_000; waitedMs += 100) {
			const health = await fetch(`${this.house.origin}/healthz`).catch(() => undefined);
			if (health?.status === 200) return;
			await sleep(100);
		}
		throw new Error('The server did not come back after the torture.');
	}

	summary() {
		return Object.entries(this.#done)
			.map(([name, times]) => `${name} ${times}x`)
			.join(', ');
	}

	async #killPocketBase() {
		const pid = this.house.running()?.pocketbase.pid;
		if (pid) kill(pid);
	}

	/** @param {boolean} withDatabase else PocketBase stays as an orphan, and the next start has to end it */
	async #killAll(withDatabase, between = () => {}) {
		const pid = this.house.running()?.pocketbase.pid;
		await this.house.stop('SIGKILL');
		if (withDatabase && pid) {
			kill(pid);
			await sleep(100);
		}
		between();
		await this.house.start();
	}

	async #stop() {
		await this.house.stop('SIGTERM');
		await this.house.start();
	}

	#takeCopy() {
		return this.#killAll(true, () => {
			cpSync(this.database, path.join(this.#copies, String(this.#copyCount)), { recursive: true });
			this.#copyCount++;
		});
	}

	#putBack() {
		return this.#killAll(true, () => {
			const copy = path.join(this.#copies, String(this.dice.between(0, Math.max(0, this.#copyCount - 1))));
			if (!existsSync(copy)) return;
			rmSync(this.database, { recursive: true });
			cpSync(copy, this.database, { recursive: true });
		});
	}
}

/** @param {number} pid */
function kill(pid) {
	try {
		process.kill(pid, 'SIGKILL');
	} catch {
		// It was just being started anew.
	}
}
