import * as v from 'valibot';
import { nameOfCode } from '$lib/server/places/code';
import { groupById } from '$lib/server/repositories/groups';
import { lookAtInvitation, type InvitationFault } from '$lib/server/repositories/invitations';
import { staffById } from '$lib/server/repositories/staff';
import type { SeenInvitation } from '../../entry/seen';

/** What stands after the # of the link. */
export const Secret = v.pipe(v.string(), v.regex(/^[\w-]{22}$/));

/** The invitation in words for who was invited: names, no ids. */
export async function seeInvitation(secret: string): Promise<SeenInvitation | InvitationFault> {
	const found = await lookAtInvitation(secret);
	if (typeof found === 'string') return found;
	const [by, groups, places] = await Promise.all([
		found.invitedBy ? staffById(found.invitedBy) : null,
		Promise.all(found.groups.map(groupById)),
		Promise.all(found.places.map(nameOfCode))
	]);
	return {
		name: found.name,
		role: found.role,
		by: by?.name ?? '',
		places,
		groups: groups.flatMap((group) => (group ? group.name : []))
	};
}
