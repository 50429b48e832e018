/** Dice that fall the same way for the same seed. What the machine makes of them, in time, still differs. */
export class Dice {
	/** @param {number} seed */
	constructor(seed) {
		this.state = seed >>> 0;
	}

	/** From 0 up to 1 (mulberry32). */
	roll() {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** @param {number} share */
	chance(share) {
		return this.roll() < share;
	}

	/**
	 * @param {number} low
	 * @param {number} high included
	 */
	between(low, high) {
		return low + Math.floor(this.roll() * (high - low + 1));
	}

	/**
	 * @template T
	 * @param {T[]} things
	 * @returns {T}
	 */
	one(things) {
		return /** @type {T} */ (things[this.between(0, things.length - 1)]);
	}

	/**
	 * @template T
	 * @param {T[]} things
	 */
	shuffled(things) {
		return things
			.map((thing) => ({ thing, at: this.roll() }))
			.sort((a, b) => a.at - b.at)
			.map(({ thing }) => thing);
	}

	/** @param {number} atMs */
	ulid(atMs) {
		const signs = '0123456789abcdefghjkmnpqrstvwxyz';
		let time = '';
		for (let rest = atMs; time.length < 10; rest = Math.floor(rest / 32)) time = signs[rest % 32] + time;
		return time + Array.from({ length: 16 }, () => signs[this.between(0, 31)]).join('');
	}
}
