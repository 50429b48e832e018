/** A terminal that is closed (SIGHUP) and a service manager (SIGTERM) mean the same as Ctrl-C (SIGINT). */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

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
	});
}
