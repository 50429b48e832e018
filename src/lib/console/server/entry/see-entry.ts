import { nameOfCode } from '$lib/server/places/code';
import { groupsOf } from '$lib/server/repositories/groups';
import { openInvitations } from '$lib/server/repositories/invitations';
import { allStaff } from '$lib/server/repositories/staff';
import { membersInReach } from '$lib/console/server/staff/in-reach';
import { rolesToGive } from '$lib/console/server/staff/within';
import type { Staff } from '$lib/server/session';
import type { SeenEntry } from '../../entry/seen';
import { isInvitationInReach } from './invitation-in-reach';

/** What the page of invitations and codes shows a manager: of her reach, nothing else. */
export async function seeEntry(staff: Staff): Promise<SeenEntry> {
	const [groups, members, invitations, everybody, places] = await Promise.all([
		groupsOf(staff),
		membersInReach(staff),
		openInvitations(),
		allStaff(),
		named(staff.places)
	]);
	const names = new Map(everybody.map(({ id, name }) => [id, name]));
	const open = [];
	for (const invitation of invitations)
		if (await isInvitationInReach(staff, invitation)) open.push(invitation);
	return {
		roles: [...rolesToGive(staff)],
		places,
		groups: groups.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })),
		members: members
			.filter(({ id, active }) => active && id !== staff.id)
			.map(({ id, name, email, role }) => ({ id, name, email, role })),
		open: open.map(({ id, name, role, invitedBy, madeAtMs, expiresAtMs }) => ({
			...{ id, name, role, madeAtMs, expiresAtMs },
			by: names.get(invitedBy) ?? ''
		}))
	};
}

export const named = (codes: string[]): Promise<{ code: string; name: string }[]> =>
	Promise.all(codes.map(async (code) => ({ code, name: await nameOfCode(code) })));
