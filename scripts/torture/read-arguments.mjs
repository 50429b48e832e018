import { randomInt } from 'node:crypto';

/**
 * @param {string[]} args
 * @returns {{ seconds: number, seed: number }}
 */
export function readArguments(args) {
	const valueOf = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
		const place = args.indexOf(name);
		const value = place < 0 ? otherwise : Number(args[place + 1]);
		if (Number.isFinite(value) && value >= 0) return value;
		console.error(`${name} needs a number: npm run torture -- --seconds 30`);
		return process.exit(1);
	};
	return { seconds: valueOf('--seconds', 30), seed: valueOf('--seed', randomInt(1_000_000)) };
}
