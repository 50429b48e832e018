import { setTimeout as sleep } from 'node:timers/promises';
import { Copies } from './copies.mjs';

/** @typedef {import('./dice.mjs').Dice} Dice */

/** After this the supervisor has had every chance: its longest pause is 30 s. */
const BACK_WITHIN_MS = 60_000;
/** So long after the phones begin at most, to hit them in the middle. */
const LATEST_MS = 150;
/** One of each at first, so that a short torture has them all; then as the dice fall. */
const FIRST = /** @type {const} */ ([
	'copy taken',
	'PocketBase killed',
	'server killed',
	'older copy put back',
	'quiet'
]);
const LATER = /** @type {const} */ ([
	...['quiet', 'quiet', 'quiet', 'quiet'],
	...['PocketBase killed', 'PocketBase killed', 'server killed', 'copy taken'],
	...['older copy put back', 'older copy put back']
]);

/** What happens to servers. */
export class Chaos {
	/** @type {Record<string, number>} */
	done = {};

	/** @param {import('../testing/house.mjs').House} house */
	constructor(house) {
		this.house = house;
		this.copies = new Copies(house.dataDir);
		/** @type {Record<string, (dice: Dice) => Promise<void>>} */
		this.ways = {
			quiet: async () => {},
			'PocketBase killed': () => this.#killPocketBase(),
			'server killed': () => this.#killServer(),
			'copy taken': (dice) => this.whileStopped(dice.chance(0.7), () => this.copies.take(dice)),
			'older copy put back': (dice) => this.whileStopped(dice.chance(0.7), () => this.#putBack(dice))
		};
	}

	/** One misfortune, or none; returns when the house is well again.
	 * @param {number} round
	 * @param {Dice} dice */
	async strike(round, dice) {
		const name = FIRST[round] ?? dice.one(LATER);
		await sleep(dice.between(0, LATEST_MS));
		await this.ways[name]?.(dice);
		this.done[name] = (this.done[name] ?? 0) + 1;
	}

	/**
	 * Ends the house, as Ctrl-C does or like a power cut, does something to its folder, and starts it.
	 * @param {boolean} isGentle
	 * @param {() => void} between
	 */
	async whileStopped(isGentle, between) {
		const pid = this.house.running()?.pocketbase.pid;
		await this.house.stop(isGentle ? 'SIGTERM' : 'SIGKILL');
		if (pid) await end(pid);
		between();
		await this.house.start();
	}

	/** @param {Dice} dice */
	#putBack(dice) {
		if (this.copies.areThere) this.copies.putBack(dice);
	}

	/** The app alone: its PocketBase is left behind, and the next start has to end it. */
	async #killServer() {
		await this.house.stop('SIGKILL');
		await this.house.start();
	}

	/** The house has to start it again. */
	async #killPocketBase() {
		const pid = this.house.running()?.pocketbase.pid;
		if (pid) await end(pid);
		for (let waitedMs = 0; waitedMs < BACK_WITHIN_MS; waitedMs += 50) {
			if (this.house.running()?.pocketbase.pid !== pid && (await this.#isWell())) return;
			await sleep(50);
		}
		throw new Error('The house did not start its PocketBase again.');
	}

	async #isWell() {
		const health = await fetch(`${this.house.origin}/healthz`).catch(() => undefined);
		return health?.status === 200;
	}
}

/** Kills one process and waits until it is gone. @param {number} pid */
async function end(pid) {
	for (;;) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			return;
		}
		await sleep(10);
	}
}
