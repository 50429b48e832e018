import { pbCall } from '../pocketbase';
import type { Staff } from '../session';

/** How many women of a group reported of late, and how many are stuck or have been quiet for too long. */
export type Week = { active: number; needing: number };

/**
 * The weeks of the groups that this member of staff may see, by group id; a group without women has none.
 * @param activeSinceMs who reported since then is active
 * @param quietBeforeMs whose last report is older is quiet
 */
export async function weeksOf(
	staff: Pick<Staff, 'id' | 'role'>,
	{ activeSinceMs, quietBeforeMs }: { activeSinceMs: number; quietBeforeMs: number }
): Promise<Map<string, Week>> {
	if (staff.role !== 'manager' && staff.role !== 'trainer') return new Map();
	const query = new URLSearchParams({
		trainer: staff.role === 'trainer' ? staff.id : '',
		activeSince: String(activeSinceMs),
		quietBefore: String(quietBeforeMs)
	});
	const { weeks } = await pbCall<{ weeks: [string, number, number][] }>(
		'GET',
		`/api/banmay/console/weeks?${query.toString()}`
	);
	return new Map(weeks.map(([group, active, needing]) => [group, { active, needing }]));
}
