import { randomInt } from 'node:crypto';

const DEFAULT_SECONDS = 60;

/**
 * @param {string[]} args
 * @returns {{ seconds: number, seed: number }}
 */
export function readArguments(args) {
	const valueOf = (/** @type {string} */ name, /** @type {number} */ otherwise) => {
		const place = args.indexOf(name);
		const value = place < 0 ? otherwise : Number(args[place + 1]);
		if (Number.isFinite(value) && value >= 0) return value;
		console.error(`${name} needs a number: npm run torture -- --seconds ${DEFAULT_SECONDS} --seed 7`);
		return process.exit(1);
	};
	return { seconds: valueOf('--seconds', DEFAULT_SECONDS), seed: valueOf('--seed', randomInt(1_000_000)) };
}
