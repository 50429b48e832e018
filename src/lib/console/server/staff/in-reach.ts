import { pocketbase } from '$lib/server/pocketbase';
import { isInReach, reachOf, reachesAll, type Reached } from '$lib/server/reach';
import { allStaff, type StaffMember } from '$lib/server/repositories/staff';
import type { Principal } from '$lib/server/session';
import { areWithin } from './within';

/** Members whom a manager looks after: all, or those of her places who look after no group outside of them. A member
 * of whom nobody said where she works is the whole programme's, unless her groups say it. */
export async function membersInReach(principal: Principal): Promise<StaffMember[]> {
	if (principal.kind !== 'staff' || principal.role !== 'manager') return [];
	const [members, groups] = await Promise.all([allStaff(), groupsByTrainer()]);
	if (reachesAll(principal)) return members;
	const isHers = await Promise.all(
		members.map((member) => isMemberInReach(principal, member, groups.get(member.id) ?? []))
	);
	return members.filter((_, i) => isHers[i]);
}

async function isMemberInReach(
	principal: Principal,
	{ id, role, places }: StaffMember,
	groups: Reached[]
): Promise<boolean> {
	if (principal.kind !== 'staff') return false;
	if (id === principal.id) return true;
	if (role !== 'trainer' && role !== 'expert') return false;
	const reach = reachOf(principal);
	if (!reach || !groups.every((group) => isInReach(reach, group))) return false;
	if (places.length === 0) return groups.length > 0;
	return areWithin(places, principal.places);
}

/** Which groups each trainer looks after. */
async function groupsByTrainer(): Promise<Map<string, Reached[]>> {
	const rows = await (
		await pocketbase()
	)
		.collection('groups')
		.getFullList<Reached>({ fields: 'trainers,province,commune' });
	const byTrainer = new Map<string, Reached[]>();
	for (const row of rows)
		for (const trainer of row.trainers) byTrainer.set(trainer, [...(byTrainer.get(trainer) ?? []), row]);
	return byTrainer;
}
