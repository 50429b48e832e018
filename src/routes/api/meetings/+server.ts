import * as v from 'valibot';
import { MOST_MEETINGS_A_CALL } from '$lib/domain/together';
import { mayChangeGroup } from '$lib/server/access';
import { readJson } from '$lib/server/body';
import { refuse } from '$lib/server/errors';
import { groupById } from '$lib/server/repositories/groups';
import { keepMeetings } from '$lib/server/repositories/meetings';
import type { Principal } from '$lib/server/session';
import { sortGatherings } from '$lib/server/sort-gatherings';
import type { RequestHandler } from './$types';

const Call = v.object({ events: v.pipe(v.array(v.unknown()), v.maxLength(MOST_MEETINGS_A_CALL)) });

/** What groups did around a trainer's phone. Sent twice, late or in another order it comes to the same; one of a group
 * that is not hers is named and holds up no other. */
export const POST: RequestHandler = async ({ request, locals }) => {
	const call = v.safeParse(Call, await readJson(request));
	const { principal } = locals;
	if (!call.success || principal.kind !== 'staff') return refuse('malformed');
	const { good, rejected } = sortGatherings(call.output.events);
	const hers = await groupsFor(principal, new Set(good.map(({ data }) => data.group)));
	const mine = good.filter(({ data }) => hers.has(data.group));
	await keepMeetings(principal.id, mine);
	const taken = mine.map(({ id }) => id);
	const others = good.flatMap(({ id, data }) => (hers.has(data.group) ? [] : { id, reason: 'forbidden' }));
	const headers = { 'cache-control': 'no-store' };
	return Response.json({ taken, rejected: [...rejected, ...others], now: Date.now() }, { headers });
};

/** Those of the groups that are there and that she looks after. */
async function groupsFor(principal: Principal, ids: Set<string>): Promise<Set<string>> {
	const groups = await Promise.all([...ids].map(groupById));
	return new Set(groups.flatMap((group) => (group && mayChangeGroup(principal, group) ? group.id : [])));
}
