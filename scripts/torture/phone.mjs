import { setTimeout as sleep } from 'node:timers/promises';
import { happen } from './happen.mjs';

/** @typedef {import('../../src/lib/domain/sync').SyncResponse} SyncResponse */
/** @typedef {{ id: string, device: string, seq: number, at: number, kind: string, data: Record<string, unknown> }} Event */

const EVENTS_A_PUSH = 50;
const ANSWER_WITHIN_MS = 10_000;
/** Nothing takes this many calls; a phone that needs more will never be done. */
const MOST_CALLS = 2000;

/** One profile on one phone: keeps every event, believes the server's watermark alone, sends what lies above it. */
export class Phone {
	/**
	 * @param {string} learner
	 * @param {string} secret of her card
	 * @param {import('./dice.mjs').Dice} dice
	 */
	constructor(learner, secret, dice) {
		this.learner = learner;
		this.secret = secret;
		this.dice = dice;
		this.device = dice.ulid(Date.now());
		/** @type {Event[]} event n stands at n - 1 */
		this.events = [];
		/** @type {Map<string, Event>} hers from her other phones */
		this.foreign = new Map();
		this.watermark = 0;
		this.cursor = 0;
		this.cookie = '';
		/** @type {string[]} answers that no phone should ever get here */
		this.complaints = [];
		// A phone's clock is wrong by up to ten years.
		this.skewMs = dice.chance(0.3) ? dice.between(-3650, 3650) * 86_400_000 : 0;
	}

	/** Does things and sends them now and then, until the time is over.
	 * @param {number} endMs
	 * @param {() => string} origin */
	async live(endMs, origin) {
		while (Date.now() < endMs) {
			for (let left = this.dice.between(0, 40); left > 0; left--) this.#act();
			if (this.dice.chance(0.8)) await this.#pushBadly(origin());
			await sleep(this.dice.between(0, 60));
		}
	}

	/** Delivers as a good phone does, until nothing is owed and nothing of hers is missing here.
	 * @param {string} origin */
	async deliverAll(origin) {
		for (let calls = 0; calls < MOST_CALLS; calls++) {
			const answer = await this.#call(origin, this.#owed().slice(0, EVENTS_A_PUSH));
			if (!answer) await sleep(50);
			else if (this.#owed().length === 0 && !answer.changes.more) return;
		}
		this.complaints.push(`${this.device} was never done: ${this.#owed().length} owed`);
	}

	#act() {
		const at = Math.max(0, Date.now() + this.skewMs);
		const id = this.dice.ulid(Date.now());
		this.events.push({ ...happen(this.dice), id, device: this.device, seq: this.events.length + 1, at });
	}

	#owed() {
		return this.events.slice(this.watermark);
	}

	/** @param {string} origin */
	async #pushBadly(origin) {
		const owed = this.#owed();
		const some = owed.slice(0, this.dice.between(1, EVENTS_A_PUSH));
		const way = this.dice.between(1, 6);
		if (way === 1) await Promise.all([this.#call(origin, some), this.#call(origin, some)]);
		else if (way === 2) await this.#call(origin, this.dice.shuffled(some));
		// The later half first: its numbers hang in the air until the first half comes.
		else if (way === 3)
			for (const half of [owed.slice(25, 50), owed.slice(0, 25)]) await this.#call(origin, half);
		// Some that were delivered long ago, with the new ones.
		else if (way === 4)
			await this.#call(origin, [
				...this.events.slice(Math.max(0, this.watermark - 20), this.watermark),
				...some
			]);
		// The line breaks while the server answers.
		else if (way === 5) await this.#call(origin, some, this.dice.between(1, 20));
		else await this.#call(origin, some);
	}

	/**
	 * @param {string} origin
	 * @param {Event[]} events
	 * @param {number} [patienceMs]
	 * @returns {Promise<SyncResponse | undefined>} undefined: no answer, or one that says "later"
	 */
	async #call(origin, events, patienceMs = ANSWER_WITHIN_MS) {
		const body = { device: this.device, events, since: this.cursor };
		const answer = await this.#post(`${origin}/api/sync`, body, patienceMs);
		if (!answer) return undefined;
		if (answer.status === 200) return this.#believe(/** @type {SyncResponse} */ (answer.json));
		if (answer.status === 401) await this.#join(origin);
		else if (answer.status < 500 && answer.status !== 429)
			this.complaints.push(`${answer.status} ${answer.text}`);
		return undefined;
	}

	/** @param {SyncResponse} answer */
	#believe(answer) {
		for (const { id, reason } of answer.rejected) this.complaints.push(`refused ${id}: ${reason}`);
		this.watermark = answer.watermark;
		this.cursor = answer.changes.cursor;
		for (const event of answer.changes.events) this.foreign.set(event.id, /** @type {Event} */ (event));
		return answer;
	}

	/** @param {string} origin */
	async #join(origin) {
		const body = { secret: this.secret, device: this.device };
		const answer = await this.#post(`${origin}/api/join`, body, ANSWER_WITHIN_MS);
		if (answer?.status === 200) this.cookie = answer.cookie;
		else if (answer && answer.status < 500 && answer.status !== 429)
			this.complaints.push(`could not join: ${answer.status} ${answer.text}`);
	}

	/**
	 * @param {string} address
	 * @param {unknown} body
	 * @param {number} patienceMs
	 */
	async #post(address, body, patienceMs) {
		try {
			const response = await fetch(address, {
				method: 'POST',
				headers: { 'content-type': 'application/json', cookie: this.cookie },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(patienceMs)
			});
			const text = await response.text();
			const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
			return { status: response.status, text, cookie, json: response.ok ? JSON.parse(text) : undefined };
		} catch {
			return undefined;
		}
	}
}
