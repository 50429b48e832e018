import type { NoticeTarget } from '$lib/domain/notice';
import { reachesAll } from '$lib/server/reach';
import { groupsOf } from '$lib/server/repositories/groups';
import { EVERYBODY } from '$lib/server/repositories/notices';
import type { Staff } from '$lib/server/session';

/** Whom a form names: "everybody" (who reaches all), "mine" (all the groups that she reaches now), "group:<id>". */
export async function whomOfScam(staff: Staff, form: FormData): Promise<NoticeTarget[]> {
	const named = new Set(form.getAll('whom').map(String));
	if (named.has('everybody') && reachesAll(staff)) return [EVERYBODY];
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	return groups
		.filter(({ id }) => named.has('mine') || named.has(`group:${id}`))
		.map(({ id }) => ({ scope: 'group' as const, id }));
}
