/** How often a log that is no terminal hears of it. */
const LINE_EVERY_MS = 5000;

/**
 * Shows how far a long job is: one line that moves on a terminal, a line now and then elsewhere.
 * @param {number} total
 * @param {string} what
 */
export function showProgress(total, what, out = process.stderr, now = Date.now) {
	let done = 0;
	let shownAtMs = now();
	const line = () => `${done} of ${total} ${what}`;
	return {
		step() {
			done++;
			if (out.isTTY) out.write(`\r${line()}`);
			else if (now() - shownAtMs > LINE_EVERY_MS) {
				shownAtMs = now();
				out.write(`${line()}\n`);
			}
		},
		end() {
			if (out.isTTY && total > 0) out.write('\n');
		}
	};
}
