import type { InferOutput } from 'valibot';
import { SECTIONS } from '$lib/domain/report/figures';
import type { ShownCells } from '$lib/domain/report/hide-small';
import { askedFrom, typedIn } from '../../reports/asked';
import { nameLines } from '../../reports/name-lines';
import { readReport, type Report } from '../../reports/read-report';
import { allGroups } from '../all-groups';
import { dateInVietnam } from '../month';
import type { ApiReport } from './forms';

/** Of the whole programme; null: the query is not of its form. Filters are not asked for: what is hidden in one report
 * could be told by another. */
export async function readReports(
	url: URL,
	nowMs = Date.now()
): Promise<InferOutput<typeof ApiReport> | null> {
	const today = dateInVietnam(nowMs);
	const groups = await allGroups();
	const query = new URLSearchParams();
	for (const name of ['period', 'from', 'to', 'by']) {
		const value = url.searchParams.get(name);
		if (value) query.set(name, value);
	}
	const asked = await askedFrom(typedIn(query, today), groups, today);
	if (typeof asked === 'string') return null;
	const report = await readReport(asked, { reach: { trainer: '', places: [] }, groups, today });
	const { shown } = report.now;
	const byKey = new Map(shown.lines.map(({ key, cells }) => [key, cells]));
	const named = await nameLines([...byKey.keys()], asked.by, groups);
	return {
		...{ from: asked.period.from, to: asked.period.to, by: asked.by },
		lines: named.map(({ key, name }) => ({
			...{ key: key || null, name },
			figures: figuresOf(report, byKey.get(key) ?? shown.total)
		})),
		total: figuresOf(report, shown.total)
	};
}

const figuresOf = ({ sections }: Report, cells: ShownCells) =>
	Object.fromEntries(
		sections
			.flatMap((name) => [...SECTIONS[name]])
			.map((figure) => {
				const cell = cells[figure];
				return [figure, cell && { value: cell.value, of: cell.of }];
			})
	);
