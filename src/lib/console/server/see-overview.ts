import { groupsOf } from '$lib/server/repositories/groups';
import { weeksOfGroups } from '$lib/server/repositories/seeing';
import type { Staff } from '$lib/server/session';
import type { ConsoleCourse } from '../group-view';
import type { Overview } from '../overview';
import { etagOf } from './etag-of';
import { groupsBeside } from './groups-beside';
import { rhythmOf } from './rhythm';

/** The weeks and questions of all groups that this member of staff looks after. `etag` changes when anything does. */
export async function seeOverview(
	staff: Staff,
	courses: readonly ConsoleCourse[],
	nowMs = Date.now()
): Promise<{ view: Overview; etag: string }> {
	// Groups that are closed or empty by now had their weeks too.
	const all = await groupsOf(staff);
	const groups = all.filter(({ archived, women }) => !archived && women > 0);
	const seen = await weeksOfGroups(
		all.map(({ id }) => id),
		nowMs
	);
	const taught = new Set(courses.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)));
	const view = {
		women: seen.women,
		rhythm: rhythmOf(seen.weeks, seen.women),
		groups: groupsBeside(
			groups.map(({ id, name, women }) => ({ id, name, women, weeks: seen.byGroup.get(id) ?? [] }))
		),
		questions: seen.questions.filter(({ lesson }) => taught.has(lesson))
	};
	return { view, etag: etagOf(view) };
}
