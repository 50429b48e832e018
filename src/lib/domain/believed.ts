import type { Event } from './event';

/** Before this app existed: a clock that shows less was never set (a phone whose battery died begins at 1970). */
const NEVER_SET_BEFORE_MS = Date.UTC(2025, 0, 1);

type Numbered = Pick<Event, 'device' | 'seq' | 'at'>;

/**
 * Events with the times at which they may be thought to have happened, in that order, and the time that it is now.
 * A clock may be wrong by days and be put right again, forwards and backwards. Nothing but a device's own numbering
 * says what came after what, so of each device's times (and `nowMs` after them, on this one) only the longest run
 * that never goes back is believed; whatever stands outside it happened when the last believed thing before it did.
 */
export function believed<E extends Numbered>(events: readonly E[], device: string, nowMs: number) {
	const byDevice = new Map<string, E[]>([[device, []]]);
	for (const event of events) byDevice.set(event.device, [...(byDevice.get(event.device) ?? []), event]);
	const timed: { event: E; atMs: number }[] = [];
	let now = nowMs;
	for (const [id, own] of byDevice) {
		own.sort((a, b) => a.seq - b.seq);
		const times = believedTimes([...own.map(({ at }) => at), ...(id === device ? [nowMs] : [])]);
		own.forEach((event, index) => timed.push({ event, atMs: times[index] as number }));
		if (id === device) now = times.at(-1) as number;
	}
	// Within a device its own order stays: the sort is stable, and times never go back.
	timed.sort((a, b) => a.atMs - b.atMs || compare(a.event.device, b.event.device));
	return { timed, now };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Times in their order, each outside the longest run that never goes back replaced by the believed one before it. */
export function believedTimes(times: readonly number[]): number[] {
	/** For each length, where the run of that length with the earliest end ends. */
	const ends: number[] = [];
	const previous: (number | undefined)[] = [];
	times.forEach((atMs, index) => {
		if (atMs < NEVER_SET_BEFORE_MS) return;
		let [low, high] = [0, ends.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((times[ends[middle] as number] as number) <= atMs) low = middle + 1;
			else high = middle;
		}
		previous[index] = ends[low - 1];
		ends[low] = index;
	});
	const run = new Set<number>();
	for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at);
	let last = Math.min(...[...run].map((index) => times[index] as number));
	if (run.size === 0) last = 0;
	return times.map((atMs, index) => (last = run.has(index) ? atMs : last));
}
