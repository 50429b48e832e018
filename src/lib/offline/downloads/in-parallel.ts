/** Requests at once: enough to hide 400 ms of round trip, few enough for a village's line. */
const AT_ONCE = 5;

/** Does the work for each item, some at a time, in order; stops handing out items when `goOn` says so. */
export async function inParallel<T>(
	items: T[],
	goOn: () => boolean,
	work: (item: T) => Promise<void>
): Promise<void> {
	const queue = items[Symbol.iterator]();
	const worker = async () => {
		for (let next = queue.next(); !next.done && goOn(); next = queue.next()) await work(next.value);
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
