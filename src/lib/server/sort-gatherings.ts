import * as v from 'valibot';
import { Ulid } from '$lib/domain/event';
import { HeardTogether, MeetingHeld } from '$lib/domain/together';
import type { ToldGathering } from './repositories/meetings';

const At = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8_640_000_000_000_000));
const told = { id: Ulid, at: At };
/** The same payloads as a woman's phone sends; a member of staff has no device and no numbers. */
const Told = v.variant('kind', [
	v.object({ ...told, kind: v.literal('lesson.heard_together'), data: HeardTogether }),
	v.object({ ...told, kind: v.literal('meeting.held'), data: MeetingHeld })
]);

/** Why one was not taken. The phone keeps it with the reason. */
export type GatheringRefusal = 'malformed' | 'forbidden';
export type SortedGatherings = {
	good: (ToldGathering & { data: { group: string } })[];
	rejected: { id: string; reason: GatheringRefusal }[];
};

/** Each by itself: a bad one is named and holds up no other. Without a group there is nobody for a trainer to tell of. */
export function sortGatherings(sent: unknown[]): SortedGatherings {
	const sorted: SortedGatherings = { good: [], rejected: [] };
	for (const one of sent) {
		const read = v.safeParse(Told, one);
		if (read.success && read.output.data.group !== null) sorted.good.push(read.output as never);
		else sorted.rejected.push({ id: idLike(one), reason: 'malformed' });
	}
	return sorted;
}

/** What may go back as the name of something that has no proper id. */
function idLike(one: unknown): string {
	const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : '';
	return typeof id === 'string' ? id.slice(0, 40) : '';
}
