import { reachOf } from '$lib/server/reach';
import { giveUp } from '$lib/server/errors';
import { groupsOf } from '$lib/server/repositories/groups';
import { newestScams, playedOf, type StoredScam } from '$lib/server/repositories/scams';
import type { Staff } from '$lib/server/session';
import { todayIn } from '../notices/days';
import { findScam, mayChangeScam, maySeeScam } from './actor';

export type ScamState = 'draft' | 'out' | 'changed' | 'over' | 'withdrawn';

/** Where a trick is: not out yet, out, out but changed since, over by its day, taken back. */
export function stateOf(scam: StoredScam, nowMs: number): ScamState {
	if (scam.withdrawnAtMs > 0) return 'withdrawn';
	if (scam.noticeVersion === 0) return 'draft';
	if (scam.untilMs > 0 && scam.untilMs <= nowMs) return 'over';
	return scam.changedAtMs > scam.publishedAtMs ? 'changed' : 'out';
}

/** Those that she may see, the newest first. */
export async function seeScams(staff: Staff, nowMs = Date.now()) {
	const all = await newestScams();
	const seen = await Promise.all(all.map(async (scam) => ((await maySeeScam(staff, scam)) ? [scam] : [])));
	const reach = reachOf(staff) ?? giveUp('forbidden');
	return Promise.all(
		seen.flat().map(async (scam) => {
			const state = stateOf(scam, nowMs);
			const played = state === 'draft' ? [] : await playedOf(scam.id, reach);
			const { id, body, until, bytes, changedByName, changedAtMs } = scam;
			const fell = played.filter((one) => one.fell).length;
			return {
				id,
				kind: body.kind,
				title: body.title,
				until,
				bytes,
				changedByName,
				changedAtMs,
				state,
				played: played.length,
				fell
			};
		})
	);
}

/** One of them, whole, with who of hers has practised it. */
export async function seeScam(staff: Staff, id: string, nowMs = Date.now()) {
	const scam = (await findScam(staff, id)) ?? giveUp('not_found');
	const reach = reachOf(staff) ?? giveUp('forbidden');
	const [mayChange, groups, played] = await Promise.all([
		mayChangeScam(staff, scam),
		groupsOf(staff),
		playedOf(id, reach)
	]);
	const names = scam.targets.map(({ scope, id: group }) =>
		scope === 'everybody' ? null : (groups.find((one) => one.id === group)?.name ?? '…')
	);
	const state = stateOf(scam, nowMs);
	const isOver = scam.until < todayIn(nowMs);
	return { scam, state, isOver, mayChange: mayChange && state !== 'withdrawn', names, played };
}
