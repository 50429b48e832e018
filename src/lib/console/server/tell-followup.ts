import type { ActionFailure } from '@sveltejs/kit';
import {
	coursesBehind,
	FOLLOWUP_QUESTIONS,
	isAnswerTo,
	openRound,
	type FollowUpAnswer,
	type FollowUpDue,
	type FollowUpQuestion
} from '$lib/domain/followup';
import type { Progress } from '$lib/domain/progress';
import { noteAct } from '$lib/server/repositories/audit';
import { followUpsOf, keepTold, type FollowUpTold } from '$lib/server/repositories/followups';
import { heardInGroup, type HeardInGroup } from '$lib/server/repositories/meetings';
import { progressOf } from '$lib/server/repositories/progress';
import type { Staff } from '$lib/server/session';
import type { ConsoleCourse } from '../group-view';
import type { Words } from '../words';
import { problem, textOf, type FormProblem } from './form';

/** The round that she may be asked now by whoever visits her. */
export function roundToAsk(
	courses: readonly ConsoleCourse[],
	{ progress, heard, said }: { progress: Progress; heard: readonly HeardInGroup[]; said: FollowUpTold[] },
	nowMs: number
): FollowUpDue | null {
	const heardAtMs = new Map(heard.map(({ lesson, firstAtMs }) => [lesson, firstAtMs]));
	return openRound(coursesBehind(courses, progress, heardAtMs), said, nowMs);
}

/**
 * What a woman told who asked her: of the round that is open now, and only what her own phone has not answered. Twice is
 * as once; a question left alone stays open.
 */
export async function tellFollowUp(
	staff: Staff,
	learner: string,
	courses: readonly ConsoleCourse[],
	form: FormData,
	words: Words
): Promise<{ done: 'followUpTold' } | ActionFailure<FormProblem>> {
	const [progress, heard, said] = await Promise.all([
		progressOf(learner),
		heardInGroup(learner),
		followUpsOf(learner)
	]);
	const [course, days] = [textOf(form, 'course'), Number(textOf(form, 'days'))];
	const hers = said.find((one) => one.course === course && one.days === days);
	const open = roundToAsk(courses, { progress, heard, said }, Date.now());
	if (open?.course !== course || open.days !== days)
		return problem(words, 'followup_closed', 'followup', { status: 409 });

	const answers: { question: FollowUpQuestion; answer: FollowUpAnswer }[] = [];
	for (const question of FOLLOWUP_QUESTIONS) {
		const answer = textOf(form, question) as FollowUpAnswer;
		if (!answer || hers?.own.includes(question)) continue;
		if (!isAnswerTo(question, answer)) return problem(words, 'form_unreadable', 'followup');
		answers.push({ question, answer });
	}
	if (answers.length === 0) return problem(words, 'followup_nothing', 'followup');
	if (await keepTold(learner, { course, days: open.days }, answers, staff.id))
		await noteAct(staff.id, 'followup.told', `${learner} ${course} ${days}`);
	return { done: 'followUpTold' };
}
