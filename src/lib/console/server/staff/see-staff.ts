import { nameOfCode } from '$lib/server/places/code';
import { groupsOf } from '$lib/server/repositories/groups';
import { allStaff, type StaffMember } from '$lib/server/repositories/staff';
import { reachesAll } from '$lib/server/reach';
import type { Staff } from '$lib/server/session';
import type { ListedMember } from '../../staff/listed';
import { looksAfter } from './within';

/** Whom a manager sees: everybody, or, when places were given to her, who works in these and who trains a group there.
 * Herself first, then by name; who does not work here any more comes last. */
export async function seeStaff(staff: Staff): Promise<ListedMember[]> {
	const [members, groups] = await Promise.all([allStaff(), groupsOf(staff)]);
	const listed = await Promise.all(
		members.map(async (member) => {
			const trained = groups.filter(({ trainers, archived }) => !archived && trainers.includes(member.id));
			const mayChange = await looksAfter(staff, member);
			const isSeen = reachesAll(staff) || mayChange || trained.length > 0 || member.id === staff.id;
			return isSeen ? [await listedMember(staff, member, trained, mayChange)] : [];
		})
	);
	const rank = ({ isSelf, active }: ListedMember) => (isSelf ? 0 : active ? 1 : 2);
	return listed.flat().sort((a, b) => rank(a) - rank(b));
}

async function listedMember(
	staff: Staff,
	{ id, name, email, role, active, places }: StaffMember,
	groups: { id: string; name: string }[],
	mayChange: boolean
): Promise<ListedMember> {
	const named = places.map(async (code) => ({ code, name: await nameOfCode(code) }));
	return {
		...{ id, name, role, active, mayChange },
		// An address is for who looks after her.
		email: mayChange || id === staff.id ? email : '',
		places: await Promise.all(named),
		groups: groups.map((group) => ({ id: group.id, name: group.name })),
		isSelf: id === staff.id
	};
}
