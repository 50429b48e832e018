import { womenInNeed, type InNeed } from '$lib/domain/needs';
import { wordsOfPlace } from '$lib/server/places/words-of-place';
import { groupsOf, type GroupInList } from '$lib/server/repositories/groups';
import { womenToSee, type WomanToSee } from '$lib/server/repositories/seeing';
import type { Staff } from '$lib/server/session';
import { DAY_MS } from '../ago';
import type { HomeView, WomanInNeed } from '../home-view';
import type { ListedGroup } from '../listed-group';
import { ACTIVE_DAYS } from '../needs';
import { etagOf } from './etag-of';

/** More than an evening's work is told by group. */
const MOST_SHOWN = 40;

/** Who needs this member of staff, over all of her groups. `etag` changes when anything in it does. */
export async function seeHome(staff: Staff, nowMs = Date.now()): Promise<{ view: HomeView; etag: string }> {
	const open = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const groups = await Promise.all(
		open.map(async (group) => ({ ...group, place: await wordsOfPlace(group) }))
	);
	const women = await womenToSee(
		groups.map(({ id }) => id),
		nowMs
	);
	const inNeed = womenInNeed(women, nowMs);
	const view = {
		inNeed: inNeed.slice(0, MOST_SHOWN).map((one) => shown(one, groups)),
		needing: inNeed.length,
		groups: groups.map((group) => listed(group, women, inNeed, nowMs))
	};
	return { view, etag: etagOf(view) };
}

function shown({ woman, needs }: InNeed<WomanToSee>, groups: GroupInList[]): WomanInNeed {
	const { id, name, picture } = woman;
	const hers = groups.find((group) => woman.groups.includes(group.id));
	return { id, name, picture, needs, group: { id: hers?.id ?? '', name: hers?.name ?? '' } };
}

function listed(
	{ id, name, place, women: size, lastSeenAtMs }: GroupInList,
	women: WomanToSee[],
	inNeed: InNeed<WomanToSee>[],
	nowMs: number
): ListedGroup {
	const isActive = ({ lastSeenAtMs: at, groups }: WomanToSee) =>
		groups.includes(id) && at !== null && nowMs - at <= ACTIVE_DAYS * DAY_MS;
	return {
		...{ id, name, place, women: size, lastSeenAtMs },
		active: women.filter(isActive).length,
		needing: inNeed.filter(({ woman }) => woman.groups.includes(id)).length
	};
}
