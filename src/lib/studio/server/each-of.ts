/** Enough to keep the disk busy, few enough to keep memory small and file handles free. */
const AT_ONCE = 16;

/** Does the work for each of the items, several at a time. The first failure ends it. */
export async function eachOf<T>(
	items: Iterable<T>,
	work: (item: T) => Promise<void>,
	atOnce = AT_ONCE
): Promise<void> {
	const waiting = items[Symbol.iterator]();
	const failed = { is: false };
	const worker = async () => {
		for (let next = waiting.next(); !next.done && !failed.is; next = waiting.next()) {
			await work(next.value).catch((cause: unknown) => {
				failed.is = true;
				throw cause;
			});
		}
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
}
