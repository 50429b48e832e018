import { allStaff } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import { trainersWithin } from './within';

/** Whom a manager may name as a group's trainer, and whoever is it already; null: a trainer names nobody. */
export async function trainersToName(
	staff: Staff,
	had: readonly string[] = []
): Promise<{ id: string; name: string }[] | null> {
	if (staff.role !== 'manager') return null;
	const members = await allStaff();
	const mine = new Set((await trainersWithin(staff, members)).map(({ id }) => id));
	return members.filter(({ id }) => mine.has(id) || had.includes(id)).map(({ id, name }) => ({ id, name }));
}
