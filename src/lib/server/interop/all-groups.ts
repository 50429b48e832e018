import { groupsOf, type GroupInList } from '../repositories/groups';
import type { Staff } from '../session';

/** Sees what the manager of the whole programme sees. */
const house: Staff = { kind: 'staff', id: '', role: 'manager', name: '', places: [] };

/** Every group, with the code of its place where it has one: the house itself asks. */
export async function allGroups(): Promise<(GroupInList & { placeCode?: string })[]> {
	const groups = await groupsOf(house);
	return groups.map((group) => {
		const placeCode = group.commune || group.province;
		return placeCode ? { ...group, placeCode } : group;
	});
}
