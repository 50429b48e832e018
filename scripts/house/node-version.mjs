import { Fault } from './fault.mjs';

/** Vite 8 needs it; earlier ones fail in the middle of a build, with words that help nobody. */
const NEEDED = [20, 19];

/**
 * @param {string} [running] as process.versions.node has it
 * @throws {Fault}
 */
export function checkNodeVersion(running = process.versions.node) {
	const [major = 0, minor = 0] = running.split('.').map(Number);
	const [neededMajor = 0, neededMinor = 0] = NEEDED;
	if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
	throw new Fault(
		'node_version',
		`Bản Mây needs Node ${NEEDED.join('.')} or newer (24 is best), but this is ${running}: install it from https://nodejs.org and start again.`
	);
}
