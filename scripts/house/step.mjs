/** What ends sooner needs no words. */
const QUIET_MS = 2000;

/**
 * Does one thing that may take a while: after two seconds it says what it is doing, with a running clock on a
 * terminal, and how long it took at the end.
 * @template T
 * @param {string} label
 * @param {(say: (what: string) => void) => Promise<T>} work `say` replaces the label by a more exact one
 * @param {{ out?: NodeJS.WriteStream, quietMs?: number }} [how]
 * @returns {Promise<T>}
 */
export async function step(label, work, { out = process.stdout, quietMs = QUIET_MS } = {}) {
	const startedAtMs = Date.now();
	const seconds = () => Math.round((Date.now() - startedAtMs) / 1000);
	let isShown = false;
	const show = () => {
		if (out.isTTY) out.write(`\r\x1b[K  ${label} … ${seconds()} s`);
		else if (!isShown) out.write(`  ${label} …\n`);
		isShown = true;
	};
	const clock = setInterval(show, 1000);
	const first = setTimeout(show, Math.min(quietMs, 1000));
	const say = (/** @type {string} */ what) => {
		if (isShown && out.isTTY) out.write(`\r\x1b[K  ${label} ✓\n`);
		label = what;
		isShown = false;
		show();
	};
	try {
		const result = await work(say);
		if (isShown) out.write(`${out.isTTY ? '\r\x1b[K' : ''}  ${label} ✓ ${seconds()} s\n`);
		return result;
	} catch (error) {
		if (isShown && out.isTTY) out.write('\n');
		throw error;
	} finally {
		clearInterval(clock);
		clearTimeout(first);
	}
}
