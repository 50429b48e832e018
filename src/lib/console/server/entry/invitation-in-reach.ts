import { reachesAll } from '$lib/server/reach';
import type { Invited } from '$lib/server/repositories/invitations';
import type { Staff } from '$lib/server/session';
import { areWithin } from '../staff/within';

/** Whether a manager may see and withdraw this invitation: it is hers, or for people of her places. */
export async function isInvitationInReach(
	staff: Staff,
	{ invitedBy, role, places }: Invited
): Promise<boolean> {
	if (invitedBy === staff.id || reachesAll(staff)) return true;
	if (role === 'manager' || places.length === 0) return false;
	return areWithin(places, staff.places);
}
