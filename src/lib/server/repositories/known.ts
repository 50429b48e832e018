import type { KnownAfter, KnownRow } from '$lib/domain/known';
import type { CheckTime } from '$lib/domain/check';
import type { CheckResult } from '$lib/domain/gain';
import { pbCall } from '../pocketbase';
import { reachQuery, type Reach } from '../reach';

type Row = [lesson: string, question: number, after: KnownAfter, half: 0 | 1, women: number, right: number];

type CheckRow = [learner: string, course: string, time: CheckTime, asked: number, right: number];

/** Of the women in one group of this reach, or ('') in all of it: first answers 30 and 60 days after a lesson, and what
 * they answered before and after courses. */
export async function learnedIn(
	reach: Reach,
	group: string
): Promise<{ known: KnownRow[]; checks: CheckResult[] }> {
	const query = new URLSearchParams({ ...reachQuery(reach), group }).toString();
	const answer = await pbCall<{ known: Row[]; checks: CheckRow[] }>('GET', `/api/banmay/known?${query}`);
	return { known: knownFrom(answer.known), checks: checksFrom(answer.checks) };
}

const checksFrom = (rows: CheckRow[]): CheckResult[] =>
	rows.map(([learner, course, time, asked, right]) => ({ learner, course, time, asked, right }));

const knownFrom = (rows: Row[]): KnownRow[] =>
	rows.map(([lesson, question, after, half, women, right]) => ({
		...{ lesson, question, after, women, right },
		isLeftOut: half === 1
	}));
