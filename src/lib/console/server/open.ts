import { mayReadGroup } from '$lib/server/access';
import { giveUp } from '$lib/server/errors';
import { groupById, type Group } from '$lib/server/repositories/groups';
import { learnerById, type Learner } from '$lib/server/repositories/learners';
import { membershipsOf } from '$lib/server/repositories/memberships';
import type { Principal } from '$lib/server/session';

/** PocketBase's own ids; anything else is not asked for. */
const isId = (id: string) => /^[a-z0-9]{15}$/.test(id);

/** The group, when it exists and this member of staff looks after it. */
export async function openGroup(principal: Principal, id: string): Promise<Group> {
	const group = isId(id) ? await groupById(id) : null;
	if (!group) giveUp('not_found');
	if (!mayReadGroup(principal, group)) giveUp('forbidden');
	return group;
}

/** The woman and those of her groups that this member of staff looks after: at least one. Who is in no group any more is
 * still looked after where she was last; who is in another trainer's group is not. */
export async function openWoman(
	principal: Principal,
	id: string
): Promise<{ woman: Learner; groups: [Group, ...Group[]] }> {
	const woman = isId(id) ? await learnerById(id) : null;
	if (!woman) giveUp('not_found');
	const memberships = await membershipsOf(id);
	const open = memberships.filter(({ untilMs }) => untilMs === null);
	const hers = open.length > 0 ? open : memberships.slice(0, 1);
	const groups = await Promise.all(hers.map(({ group }) => groupById(group.id)));
	const [first, ...rest] = groups.filter(
		(group) => group !== null && mayReadGroup(principal, group)
	) as Group[];
	if (!first) giveUp('forbidden');
	return { woman, groups: [first, ...rest] };
}
