import { newId } from '../bench/events.mjs';

/** @typedef {import('../../src/lib/domain/sync').SyncResponse} SyncResponse */
/** @typedef {import('./happen.mjs').Happening} Happening */
/** @typedef {Happening & { id: string, device: string, seq: number, at: number }} Event */
/** @typedef {{ event: Event, refused?: string }} Row */
/** @typedef {{ id: string, secret: string }} Woman `secret` is her card's */

/** Of domain/sync.ts. */
const EVENTS_A_PUSH = 50;

/**
 * One woman on one phone. The phone's rules (src/lib/offline, src/lib/sync) written a second time, without the
 * browser: every event is kept; what lies above the server's watermark is owed; what was refused is kept with its
 * reason; foreign events are joined by id; a fork makes a new device.
 */
export class Profile {
	device = newId();
	/** @type {string | null} */
	forkedFrom = null;
	hasJoined = false;
	/** There is, or was, another phone with the same numbers. */
	isCopied = false;
	watermark = 0;
	cursor = 0;
	/** Everything kept, by id. @type {Map<string, Row>} */
	rows = new Map();
	/** The events under the current device: number n stands at n - 1. @type {Row[]} */
	own = [];

	/**
	 * @param {Woman} woman
	 * @param {import('./ledger.mjs').Ledger} ledger
	 */
	constructor(woman, ledger) {
		this.woman = woman;
		this.ledger = ledger;
	}

	get nextSeq() {
		return this.own.length + 1;
	}

	/**
	 * @param {Happening} happening
	 * @param {number} at
	 * @param {{ isWrong: boolean }} how
	 */
	record(happening, at, { isWrong }) {
		const event = { ...happening, id: newId(), device: this.device, seq: this.nextSeq, at };
		this.#keep({ event });
		this.own.push(/** @type {Row} */ (this.rows.get(event.id)));
		this.ledger.note(this.woman.id, event, isWrong);
	}

	get owes() {
		return this.own.length - this.watermark;
	}

	/** @returns {Event[]} */
	owed(limit = EVENTS_A_PUSH) {
		return this.own.slice(this.watermark, this.watermark + limit).map(({ event }) => event);
	}

	/**
	 * The event before number `seq`: what a call that begins there builds on.
	 * @param {number} [seq] without it, the first that is owed
	 */
	before(seq = this.watermark + 1) {
		const event = this.own[seq - 2]?.event;
		return event && { id: event.id, seq: event.seq };
	}

	/**
	 * @param {string} device that made the call
	 * @param {SyncResponse} answer
	 * @returns {'applied' | 'forked' | 'outdated'}
	 */
	apply(device, { watermark, rejected, changes }) {
		if (device !== this.device) return 'outdated';
		if (watermark >= this.nextSeq) return 'forked';
		for (const { id, reason } of rejected) {
			const row = this.rows.get(id);
			if (row) row.refused = reason;
		}
		for (const { event } of this.own.slice(this.watermark, watermark)) this.ledger.ack(event.id);
		// Less than it said before: it was restored from a backup, and its cursors mean something else now.
		this.cursor = watermark < this.watermark ? 0 : changes.cursor;
		this.watermark = watermark;
		for (const event of changes.events)
			if (!this.rows.has(event.id)) this.#keep({ event: /** @type {Event} */ (event) });
		return 'applied';
	}

	/** @param {string} forked */
	takeNewDevice(forked) {
		if (this.device !== forked) return;
		this.device = newId();
		this.forkedFrom ??= forked;
		this.own = this.own.map((row, index) => {
			const renumbered = { ...row, event: { ...row.event, device: this.device, seq: index + 1 } };
			this.#keep(renumbered);
			return renumbered;
		});
		this.watermark = 0;
		this.cursor = 0;
	}

	/** After POST /api/join took its device. */
	becomeHers() {
		this.forkedFrom = null;
		this.hasJoined = true;
		this.cursor = 0;
	}

	/** The same profile on another phone, number for number: a copied phone. */
	copy() {
		const twin = new Profile(this.woman, this.ledger);
		this.isCopied = twin.isCopied = true;
		const { device, forkedFrom, hasJoined, watermark, cursor } = this;
		Object.assign(twin, { device, forkedFrom, hasJoined, watermark, cursor });
		for (const [id, row] of this.rows) twin.rows.set(id, { ...row });
		twin.own = this.own.map(({ event }) => /** @type {Row} */ (twin.rows.get(event.id)));
		return twin;
	}

	/** @param {Row} row */
	#keep(row) {
		this.rows.set(row.event.id, row);
	}
}
