import { mayReadGroup } from '$lib/server/access';
import { giveUp } from '$lib/server/errors';
import { wordsOfPlace } from '$lib/server/places/words-of-place';
import { groupOverview } from '$lib/server/repositories/groups';
import type { Principal } from '$lib/server/session';
import { groupView, type ConsoleCourse, type GroupView } from '../group-view';
import { etagOf } from './etag-of';
import { rhythmOf } from './rhythm';

/** The group's page in one round trip to PocketBase, for who may see it. `etag` changes when anything in it does. */
export async function seeGroup(
	principal: Principal,
	id: string,
	courses: ConsoleCourse[]
): Promise<{ view: GroupView; etag: string }> {
	const seen = /^[a-z0-9]{15}$/.test(id) ? await groupOverview(id) : null;
	if (!seen) giveUp('not_found');
	if (!mayReadGroup(principal, seen.group)) giveUp('forbidden');
	const group = { ...seen.group, place: await wordsOfPlace(seen.group) };
	const view = groupView({ ...seen, group }, courses, rhythmOf(seen.weeks, seen.women.length));
	return { view, etag: etagOf(view) };
}
