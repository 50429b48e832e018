import { pbCall } from '../pocketbase';
import { reachOf, reachQuery } from '../reach';
import type { Staff } from '../session';

/** How many women of a group reported of late, and how many are stuck or have been quiet for too long. */
export type Week = { active: number; needing: number };

/**
 * The weeks of the groups that this member of staff may see, by group id; a group without women has none.
 * @param activeSinceMs who reported since then is active
 * @param quietBeforeMs whose last report is older is quiet
 */
export async function weeksOf(
	staff: Staff,
	{ activeSinceMs, quietBeforeMs }: { activeSinceMs: number; quietBeforeMs: number }
): Promise<Map<string, Week>> {
	const reach = reachOf(staff);
	if (!reach) return new Map();
	const query = new URLSearchParams({
		...reachQuery(reach),
		activeSince: String(activeSinceMs),
		quietBefore: String(quietBeforeMs)
	});
	const { weeks } = await pbCall<{ weeks: [string, number, number][] }>(
		'GET',
		`/api/banmay/console/weeks?${query.toString()}`
	);
	return new Map(weeks.map(([group, active, needing]) => [group, { active, needing }]));
}
