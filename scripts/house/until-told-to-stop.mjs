import { readFileSync } from 'node:fs';

/** A terminal that is closed (SIGHUP) and a service manager (SIGTERM) mean the same as Ctrl-C (SIGINT). */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const LOOK_EVERY_MS = 500;

/**
 * @returns {Promise<void>} resolved by the first signal; a second one ends the process at once
 */
export function untilToldToStop() {
	return new Promise((resolve) => {
		let isTold = false;
		for (const signal of SIGNALS)
			process.on(signal, () => {
				if (isTold) process.exit(1);
				isTold = true;
				resolve();
			});
		if (process.env.npm_lifecycle_event) untilNpmIsGone(resolve);
	});
}

/**
 * `npm start` runs us in a shell, and passes a SIGTERM on to that shell, which dies of it without telling us
 *: so whoever stops npm would leave the server running.
 * @param {() => void} tell
 */
function untilNpmIsGone(tell) {
	const shell = process.ppid;
	const npm = parentOf(shell);
	const clock = setInterval(() => {
		if (process.ppid === shell && parentOf(shell) === npm) return;
		clearInterval(clock);
		tell();
	}, LOOK_EVERY_MS);
	clock.unref();
}

/**
 * @param {number} pid
 * @returns {number | undefined} where there is no /proc, nobody knows
 */
function parentOf(pid) {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
	} catch {
		return undefined;
	}
}
