import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another on paper, and need no second keyboard. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * A password to be read from a screen once and typed: three groups of five, 74 bits.
 * @param {(below: number) => number} [random]
 */
export function readablePassword(random = randomInt) {
	const group = () => Array.from({ length: 5 }, () => SIGNS[random(SIGNS.length)]).join('');
	return [group(), group(), group()].join('-');
}
