import { groupsOf } from '$lib/server/repositories/groups';
import { phonesOf, type PhoneProfile } from '$lib/server/repositories/phones';
import type { Staff } from '$lib/server/session';

type Seen = {
	groups: { id: string; name: string }[];
	/** The group that was asked for, if it is hers to see. */
	group: string;
	phones: PhoneProfile[];
	/** How many there are beside these. */
	more: number;
};

/** More than a page can be read for: a group is chosen then. */
const MOST = 300;

/** The phones of one group, or of all that she looks after. A group that is not hers is not there. */
export async function seePhones(staff: Staff, asked: string): Promise<Seen> {
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const group = groups.some(({ id }) => id === asked) ? asked : '';
	const all = await phonesOf(group ? [group] : groups.map(({ id }) => id));
	return {
		groups: groups.map(({ id, name }) => ({ id, name })),
		group,
		phones: all.slice(0, MOST),
		more: Math.max(0, all.length - MOST)
	};
}
