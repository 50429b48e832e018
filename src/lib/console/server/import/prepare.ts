import { readPeoples } from '$lib/server/peoples/read-peoples';
import { groupsOf, type GroupInList } from '$lib/server/repositories/groups';
import { womenInReach } from '$lib/server/repositories/imports';
import type { Staff } from '$lib/server/session';
import { checkRows, type Checked } from './check-rows';
import { placesOf, type Places } from './places-of';
import { tableOf, type Draft } from './drafts';
import { planOf, type Plan } from './plan';
import type { Table } from './read-file';
import { twinsOf, type KnownWoman, type Twins } from './twins';

export type Prepared = {
	table: Table;
	groups: GroupInList[];
	known: KnownWoman[];
	checked: Checked;
	twins: Twins[];
	places: Places;
	plan: Plan;
	/** Nothing is left to be said, and there is something to do. */
	canRun: boolean;
};

/** Checks a draft against the file and against who is there now; null when its file is gone. */
export async function prepare(staff: Staff, draft: Draft, now = Date.now()): Promise<Prepared | null> {
	const [table, groups, known, peoples] = await Promise.all([
		tableOf(draft),
		groupsOf(staff),
		womenInReach(staff),
		readPeoples()
	]);
	if (!table) return null;
	const group = groups.some(({ id, archived }) => id === draft.group && !archived) ? draft.group : '';
	const asked = { columns: draft.columns, group, groups, peoples, nowMs: now };
	const read = checkRows(table.rows, asked);
	const places = await placesOf(staff, draft, read);
	const checked = places.checked;
	const twins = twinsOf(checked.rows, known);
	const plan = planOf(checked.rows, twins, draft.choices, draft.usual);
	const isSettled =
		plan.undecided.length === 0 &&
		places.undecided === 0 &&
		(checked.faults.length === 0 || draft.leaveFaulty);
	const canRun = isSettled && plan.women.length + plan.joining.length > 0;
	return { table, groups, known, checked, twins, places, plan, canRun };
}
