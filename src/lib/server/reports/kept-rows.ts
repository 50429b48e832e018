import { FIGURE_NAMES } from '$lib/domain/report/figures';
import type { Days } from '$lib/domain/report/period';
import { spanOfDays } from '../interop/month';
import type { Reach } from '../reach';
import { countedRows, type CountedRows } from '../repositories/report-figures';

/** What takes longer to count is kept for a while: the same report is looked at by peoples, by places, and taken away. */
const SLOW_MS = 1000;
const KEPT_MS = 10 * 60_000;
/** A period and the one before it: of ten thousand women each is some ten megabytes. */
const MOST_KEPT = 2;

export type Counting = { rows: CountedRows; atMs: number };
const kept = new Map<string, Counting>();

/** What is counted in these days within a reach, and when it was. Of a programme of usual size that is always now. */
export async function rowsIn({ from, to }: Days, reach: Reach, now = Date.now): Promise<Counting> {
	const span = spanOfDays(from, to);
	if (!span) throw new Error(`No days: ${from} to ${to}`);
	const key = JSON.stringify([from, to, reach]);
	const before = kept.get(key);
	if (before && now() - before.atMs < KEPT_MS) return before;
	const atMs = now();
	const counting = { rows: await countedRows(FIGURE_NAMES, span, reach), atMs };
	kept.delete(key);
	if (now() - atMs > SLOW_MS) kept.set(key, counting);
	for (const [oldest] of kept) if (kept.size > MOST_KEPT) kept.delete(oldest);
	return counting;
}
