import * as v from 'valibot';
import type { NeedMark } from '$lib/domain/evening';
import { AssignmentBody } from '$lib/domain/notices/assignment';
import { dayInVietnam } from '$lib/domain/week';
import type { Span } from '../interop/feed';
import { pbCall, pocketbase } from '../pocketbase';

export type DatedAssignment = { id: string; body: AssignmentBody; dueMs: number };

/** Assignments with a date between these moments that were not taken back; the date ends with its day in Vietnam. */
export async function assignmentsDue(fromMs: number, toMs: number): Promise<DatedAssignment[]> {
	const rows = await (await pocketbase()).collection('notices').getFullList<{ id: string; body: unknown }>({
		filter: "kind = 'assignment' && withdrawnAtMs = 0",
		fields: 'id,body'
	});
	return rows.flatMap(({ id, body }) => {
		const read = v.safeParse(AssignmentBody, typeof body === 'string' ? JSON.parse(body) : body);
		if (!read.success || !read.output.due) return [];
		// Midnight at the end of the day, seven hours ahead of UTC.
		const dueMs = Date.parse(`${read.output.due}T17:00:00Z`);
		return dueMs >= fromMs && dueMs <= toMs ? [{ id, body: read.output, dueMs }] : [];
	});
}

/** Of the women in these groups: who has not done all lessons of which assignment, and what was said to needs. */
export function readEvening(
	groups: string[],
	assignments: { id: string; lessons: string[] }[]
): Promise<{ due: [learner: string, assignment: string][]; marks: NeedMark[] }> {
	return pbCall('POST', '/api/banmay/evening', { groups, assignments });
}

/** Says this to a need; the newest word counts. */
export async function markNeed(
	{ learner, need, mark }: Pick<NeedMark, 'learner' | 'need' | 'mark'>,
	by: string,
	atMs = Date.now()
): Promise<void> {
	const pb = await pocketbase();
	const marks = pb.collection('need_marks');
	const filter = pb.filter('learner = {:learner} && need = {:need}', { learner, need });
	const [row] = (await marks.getList<{ id: string }>(1, 1, { filter })).items;
	const values = { learner, need, mark, by, atMs };
	await (row ? marks.update(row.id, values) : marks.create(values));
}

export const MONTH_FIGURES = ['learned', 'lessons', 'reviews', 'badges', 'meetings'] as const;
export type MonthFigures = Record<(typeof MONTH_FIGURES)[number], number>;
/** What happened in these groups in each span of whole days in Vietnam. */
export async function figuresOf(groups: string[], spans: readonly Span[]): Promise<MonthFigures[]> {
	const asked = spans.map(({ fromMs, toMs }) => ({
		fromMs,
		toMs,
		fromDay: dayInVietnam(fromMs),
		toDay: dayInVietnam(toMs)
	}));
	const answer = await pbCall<{ spans: Record<keyof MonthFigures, [number]>[] }>(
		'POST',
		'/api/banmay/evening/spans',
		{ groups, spans: asked }
	);
	return answer.spans.map(
		(one) => Object.fromEntries(MONTH_FIGURES.map((figure) => [figure, one[figure][0]])) as MonthFigures
	);
}
