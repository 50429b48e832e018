/** A number from 0 up to 1, always the same ones in the same order for one seed. */
export type Random = () => number;

/** Mulberry32: small, and even enough for an example village. */
export function randomFrom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A whole number from `low` to `high`, both possible. */
export const between = (random: Random, low: number, high: number): number =>
	low + Math.floor(random() * (high - low + 1));

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** A ULID of that moment, its random part from `random`. */
export function ulidAt(atMs: number, random: Random): string {
	let time = '';
	for (let rest = atMs; time.length < 10; rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32] + time;
	return time + Array.from({ length: 16 }, () => CROCKFORD[between(random, 0, 31)]).join('');
}
