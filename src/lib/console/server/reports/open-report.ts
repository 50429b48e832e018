import { dateInVietnam } from '$lib/server/interop/month';
import { reachOf } from '$lib/server/reach';
import { giveUp } from '$lib/server/errors';
import { groupsOf, type GroupInList } from '$lib/server/repositories/groups';
import { askedFrom, typedIn, type AskedProblem, type Typed } from '$lib/server/reports/asked';
import { readReport, type Report } from '$lib/server/reports/read-report';
import type { Staff } from '$lib/server/session';

type Opened = { typed: Typed; today: string; groups: GroupInList[] } & (
	{ report: Report } | { problem: AskedProblem }
);

/** The report that an address asks for, of the groups that she reaches; closed ones too, for they counted then. */
export async function openReport(staff: Staff, query: URLSearchParams, nowMs = Date.now()): Promise<Opened> {
	const reach = reachOf(staff) ?? giveUp('forbidden');
	const today = dateInVietnam(nowMs);
	const typed = typedIn(query, today);
	const groups = await groupsOf(staff);
	const asked = await askedFrom(typed, groups, today);
	if (typeof asked === 'string') return { typed, today, groups, problem: asked };
	return { typed, today, groups, report: await readReport(asked, { reach, groups, today }) };
}
