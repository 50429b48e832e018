import { codesOf, placeOfCode } from '$lib/server/places/code';
import type { StaffMember } from '$lib/server/repositories/staff';
import { reachesAll } from '$lib/server/reach';
import type { Staff, StaffRole } from '$lib/server/session';

/** Whether all of these places lie in hers: the same commune or province, or a commune of a province of hers. */
export async function areWithin(places: readonly string[], hers: readonly string[]): Promise<boolean> {
	const inside = places.map(async (code) => {
		if (hers.includes(code)) return true;
		const place = await placeOfCode(code);
		return place?.kind === 'commune' && hers.includes(codesOf(place).province);
	});
	return (await Promise.all(inside)).every(Boolean);
}

/** Whether she may give and take this member's work: who reaches everything, everybody's; who looks after places, only
 * trainers' and experts' to whom places were given that all lie in hers. Nobody her own, and the machine's owner is no
 * manager's. */
export async function looksAfter(staff: Staff, member: StaffMember): Promise<boolean> {
	if (staff.role !== 'manager' || member.id === staff.id || member.role === 'owner') return false;
	if (reachesAll(staff)) return true;
	if (!rolesToGive(staff).some((role) => role === member.role)) return false;
	return member.places.length > 0 && (await areWithin(member.places, staff.places));
}

/** Trainers at work whom she may name for a group. */
export async function trainersWithin(staff: Staff, members: readonly StaffMember[]): Promise<StaffMember[]> {
	const atWork = members.filter(({ role, active }) => role === 'trainer' && active);
	const hers = await Promise.all(atWork.map((member) => looksAfter(staff, member)));
	return atWork.filter((_, i) => hers[i]);
}

/** Roles that a manager may give: whoever owns the machine is made at the machine. */
export const GIVEN_ROLES = ['trainer', 'manager', 'expert'] as const satisfies readonly StaffRole[];
export type GivenRole = (typeof GIVEN_ROLES)[number];
export const isGivenRole = (role: string): role is GivenRole =>
	(GIVEN_ROLES as readonly string[]).includes(role);

/** Roles that this manager may give, by an invitation or to who works here: other managers are those of the whole
 * programme's. */
export const rolesToGive = (staff: Staff): readonly GivenRole[] => {
	if (staff.role !== 'manager') return [];
	return reachesAll(staff) ? GIVEN_ROLES : ['trainer', 'expert'];
};

/** Whether she may give these places: nobody gives more than she has. Without any, the whole programme is meant. */
export async function mayGive(staff: Staff, places: readonly string[]): Promise<boolean> {
	if (staff.role !== 'manager') return false;
	return reachesAll(staff) || (places.length > 0 && (await areWithin(places, staff.places)));
}
