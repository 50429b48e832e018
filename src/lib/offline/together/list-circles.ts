import type { Newcomer, RosterWoman } from '../../domain/together';
import { db } from '../database';
import { owedEvents } from '../owed-events';
import type { Profile } from '../rows';
import { isStaffKey } from './staff-key';

export type Person = { id: string; name: string; picture: string };
/** A group that may be gathered around this phone, by whom, and who is in it as far as the phone knows. */
export type Circle = { profile: string; isStaff: boolean; group: string; name: string; women: Person[] };

/** The groups of the trainer who is signed in here and of the woman whose turn it is; a group of both stands once. */
export async function listCircles(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'> | undefined
): Promise<Circle[]> {
	return db.transaction('r', [db.rosters, db.gatherings, db.events], async () => {
		const rows = await db.rosters.toArray();
		const staff = rows.filter((row) => isStaffKey(row.profile));
		const staffs = new Set(staff.map(({ id }) => id));
		const hers = rows.filter((row) => row.profile === profile?.id && !staffs.has(row.id));
		const written = await newcomersHere(profile);
		return [...staff, ...hers].map((row) => ({
			...{ profile: row.profile, isStaff: isStaffKey(row.profile), group: row.id, name: row.name },
			women: byName(row.women, written.get(row.id) ?? [])
		}));
	});
}

/** Women who were written down here and of whom the server may not know yet, by group. */
async function newcomersHere(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'> | undefined
): Promise<Map<string, Newcomer[]>> {
	const byGroup = new Map<string, Newcomer[]>();
	const add = (group: string | null, newcomers: Newcomer[]) => {
		if (group) byGroup.set(group, [...(byGroup.get(group) ?? []), ...newcomers]);
	};
	const rows = await db.gatherings.toArray();
	for (const { group, newcomers, toldAtMs } of rows) if (toldAtMs === null) add(group, newcomers);
	for (const event of profile ? await owedEvents(profile).toArray() : [])
		if (event.kind === 'lesson.heard_together' || event.kind === 'meeting.held')
			add(event.data.group, event.data.newcomers);
	return byGroup;
}

function byName(known: RosterWoman[], written: Newcomer[]): Person[] {
	const women = new Map<string, Person>(written.map((woman) => [woman.id, woman]));
	for (const [id, name, picture] of known) women.set(id, { id, name, picture });
	return [...women.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
}
