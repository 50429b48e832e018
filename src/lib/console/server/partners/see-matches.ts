import { matches } from '$lib/domain/match';
import { suppliesOf } from '$lib/server/partners/supplies';
import { reachOf } from '$lib/server/reach';
import { groupsOf } from '$lib/server/repositories/groups';
import { introductionsFor } from '$lib/server/repositories/introductions';
import { verifiedPartners, type Partner } from '$lib/server/repositories/partners';
import type { Staff } from '$lib/server/session';
import type { ListedMatch } from '../../partners/listed';
import { todayIn } from '../notices/days';

const MOST_INTRODUCTIONS = 5000;

/**
 * What fits her groups, the closest first; of one partner alone when it is named. Who is introduced already, whatever
 * became of it, is not suggested again.
 */
export async function seeMatches(
	staff: Staff,
	{ partner, most }: { partner?: Partner; most: number },
	nowMs = Date.now()
): Promise<ListedMatch[]> {
	const reach = reachOf(staff);
	if (!reach) return [];
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const [supplies, partners, { introductions }] = await Promise.all([
		suppliesOf(groups.map(({ id }) => id)),
		partner ? [partner] : verifiedPartners(),
		introductionsFor(reach, { partner: partner?.id }, { most: MOST_INTRODUCTIONS, skip: 0 })
	]);
	const known = new Set(introductions.map((one) => `${one.partner} ${one.sort} ${one.who}`));
	const month = Number(todayIn(nowMs).slice(5, 7));
	const names = new Map<string, string>([
		...groups.map(({ id, name }): [string, string] => [id, name]),
		...partners.map(({ id, name }): [string, string] => [id, name]),
		...supplies.map(({ learner, maker }): [string, string] => [learner, maker])
	]);
	const named = (id: string) => ({ id, name: names.get(id) ?? '' });
	const kinds = new Map(partners.map(({ id, kind }) => [id, kind]));
	return matches(partners, groups, supplies, month)
		.filter(({ partner: id, sort, group, learner }) => !known.has(`${id} ${sort} ${learner ?? group}`))
		.slice(0, most)
		.map(({ partner: id, sort, about, group, learner, reasons }) => ({
			partner: { ...named(id), kind: kinds.get(id) ?? 'retailer' },
			...{ sort, about, reasons },
			group: named(group),
			woman: learner === null ? null : named(learner)
		}));
}
