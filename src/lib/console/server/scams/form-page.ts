import type { Scam } from '$lib/domain/scam';
import { reachesAll } from '$lib/server/reach';
import { groupsOf } from '$lib/server/repositories/groups';
import type { StoredScam } from '$lib/server/repositories/scams';
import type { Staff } from '$lib/server/session';
import type { ListedChoice, ScamFormPage, ScamValues } from '../../scams/page';
import { todayIn } from '../notices/days';

/** What the form needs to know. */
export async function scamFormPage(
	staff: Staff,
	choices: { right: ListedChoice[]; wrong: ListedChoice[] },
	nowMs = Date.now()
): Promise<ScamFormPage> {
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	return {
		groups: groups.map(({ id, name }) => ({ id, name })),
		mayTellEverybody: reachesAll(staff),
		today: todayIn(nowMs),
		...choices
	};
}

/** What stands in the form of a trick that is written. */
export function valuesOf({
	body,
	targets,
	until
}: Pick<StoredScam, 'targets' | 'until'> & { body: Scam }): ScamValues {
	return {
		...{ kind: body.kind, title: body.title, says: body.says, until },
		...Object.fromEntries(body.marks.map(({ text }, n) => [`mark-${n}`, text])),
		right: body.right.join(' '),
		wrong: body.wrong.join(' '),
		whom: targets.map(({ scope, id }) => (scope === 'everybody' ? 'everybody' : `${scope}:${id}`)).join(' ')
	};
}
