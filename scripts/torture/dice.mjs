/** Dice that fall the same way for the same numbers. */
export class Dice {
	/** @param {number[]} numbers such as seed, round and player: what one player throws changes nothing for the others */
	constructor(...numbers) {
		this.state = numbers.reduce((state, number) => scramble(state + number + 1), 0);
	}

	/** From 0 up to 1 (mulberry32). */
	roll() {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		return scramble(this.state) / 2 ** 32;
	}

	/** Dice of their own for somebody who throws an unknown number of times. */
	split() {
		return new Dice(this.between(0, 2 ** 32 - 1));
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
	 * @param {readonly T[]} things
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
}

/** @param {number} number */
function scramble(number) {
	const state = number >>> 0;
	let mixed = Math.imul(state ^ (state >>> 15), state | 1);
	mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
	return (mixed ^ (mixed >>> 14)) >>> 0;
}
