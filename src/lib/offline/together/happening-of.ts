import type { Gathering } from '../../domain/together';
import type { GatheringRow } from '../rows';

/** What a gathering amounts to, as its event says it. A meeting without a group is nobody's. */
export function happeningOf(row: GatheringRow): Gathering | undefined {
	const { group, lesson, present, newcomers, more, hands, note } = row;
	const here = present.length + more;
	// Those who are in no group have pictures on this phone, and no names anywhere.
	const named = group === null ? { present: [], newcomers: [] } : { present, newcomers };
	if (lesson !== null)
		return { kind: 'lesson.heard_together', data: { ...named, group, lesson, here, hands } };
	return group === null ? undefined : { kind: 'meeting.held', data: { ...named, group, here, note } };
}
