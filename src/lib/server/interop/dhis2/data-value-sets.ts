import { groupedBy } from '../grouped-by';
import { shownOf, shown } from '../hide-small';
import { MEASURES, measured, type Measure, type MembershipRow } from '../measures';
import { orgUnitOf } from '../org-unit';

export type DataValue = { dataElement: string; orgUnit: string; value: number };
/** What POST /api/dataValueSets of DHIS2 takes (with idScheme=CODE). */
export type DataValueSet = {
	dataSet: string;
	completeDate: string;
	period: string;
	dataValues: DataValue[];
};
export type GroupPlace = { id: string; place: string; placeCode?: string };

export const DATA_SET = 'BAN_MAY_MONTHLY';
/** Codes of the data elements, to be made in DHIS2 once. */
export const dataElements: Record<Measure, string> = {
	enrolled: 'BAN_MAY_ENROLLED',
	active: 'BAN_MAY_ACTIVE',
	completed: 'BAN_MAY_COMPLETED',
	badges: 'BAN_MAY_BADGES'
};

/**
 * A month's figures for each place. A cell that could tell of fewer than five women is left out, as DHIS2 leaves out
 * what is not known.
 */
export function dataValueSet(
	rows: readonly MembershipRow[],
	groups: readonly GroupPlace[],
	{ month, completeDate }: { month: string; completeDate: string }
): { set: DataValueSet; hidden: number } {
	const unitOf = new Map(groups.map((group) => [group.id, orgUnitOf(group)]));
	const units = groupedBy(rows, (row) => unitOf.get(row.group) ?? 'UNKNOWN');
	const dataValues: DataValue[] = [];
	let hidden = 0;
	for (const [orgUnit, members] of [...units].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const counts = measured(members);
		for (const measure of MEASURES) {
			const count = counts[measure];
			const value = measure === 'enrolled' ? shown(count) : shownOf(count, counts.enrolled);
			if (value === null) hidden++;
			else dataValues.push({ dataElement: dataElements[measure], orgUnit, value });
		}
	}
	return { set: { dataSet: DATA_SET, completeDate, period: month.replace('-', ''), dataValues }, hidden };
}
