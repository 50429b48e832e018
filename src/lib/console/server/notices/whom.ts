import type { NoticeTarget } from '$lib/domain/notice';
import { groupsOf, type Group } from '$lib/server/repositories/groups';
import { groupIdsOf, learnersOfGroup } from '$lib/server/repositories/learners';
import { EVERYBODY } from '$lib/server/repositories/notices';
import { reachesAll } from '$lib/server/reach';
import type { Staff } from '$lib/server/session';

/**
 * Whom a form names ("group:<id>", "learner:<id>", "everybody"): any group that she looks after, any woman of the
 * group whose page it is, and, for a manager of the whole programme, everybody. `empty`: there is nobody in any of them, now or later.
 */
export async function whomOf(
	staff: Staff,
	group: Group,
	form: FormData
): Promise<{ targets: NoticeTarget[] } | { fault: 'nobody_chosen' | 'notice_group_empty' }> {
	const named = new Set(form.getAll('whom').map(String));
	if (named.has('everybody') && reachesAll(staff)) return { targets: [EVERYBODY] };
	const [women, groups] = await Promise.all([learnersOfGroup(group.id), groupsOf(staff)]);
	const chosen = groups.filter(({ id }) => named.has(`group:${id}`));
	const own = women.filter(({ id }) => named.has(`learner:${id}`));
	const targets: NoticeTarget[] = [
		...chosen.map(({ id }) => ({ scope: 'group' as const, id })),
		...own.map(({ id }) => ({ scope: 'learner' as const, id }))
	];
	if (targets.length === 0) return { fault: 'nobody_chosen' };
	const isEmpty = own.length === 0 && chosen.every((one) => one.women === 0);
	return isEmpty && form.get('newcomers') !== 'on' ? { fault: 'notice_group_empty' } : { targets };
}

/** Whether she may change or take back what is for these: all of them are hers to look after. */
export async function mayChangeNotice(staff: Staff, targets: readonly NoticeTarget[]): Promise<boolean> {
	if (reachesAll(staff)) return true;
	const hers = new Set((await groupsOf(staff)).map(({ id }) => id));
	const isHers = async ({ scope, id }: NoticeTarget) => {
		if (scope === 'group') return hers.has(id);
		return scope === 'learner' && (await groupIdsOf(id)).some((group) => hers.has(group));
	};
	return (await Promise.all(targets.map(isHers))).every(Boolean);
}
