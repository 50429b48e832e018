import {
	FOLLOWUP_QUESTIONS,
	type FollowUpAnswer,
	type FollowUpDays,
	type FollowUpQuestion,
	type FollowUpRound,
	type FollowUpSaid
} from '$lib/domain/followup';
import { pbCall } from '../pocketbase';

type AnswerRow = [
	course: string,
	days: FollowUpDays,
	question: FollowUpQuestion,
	answer: FollowUpAnswer,
	atMs: number,
	by: string,
	name: string
];
type EndedRow = [course: string, days: FollowUpDays, atMs: number];

/** A round with what was said in it, on her phone or to somebody of the staff; only she herself ends it. */
export type FollowUpTold = FollowUpSaid & {
	/** Questions that her own phone has answered: nobody answers them for her. */
	own: FollowUpQuestion[];
	/** Who of the staff asked the others; '' when nobody did, or has that name any more. */
	askedBy: string;
};

/** All rounds of a woman in which something was said, or that she skipped. */
export async function followUpsOf(learner: string): Promise<FollowUpTold[]> {
	const path = `/api/banmay/learners/${learner}/followups`;
	const { answers, ended } = await pbCall<{ answers: AnswerRow[]; ended: EndedRow[] }>('GET', path);
	const rounds = new Map<string, FollowUpTold>();
	const roundOf = (course: string, days: FollowUpDays): FollowUpTold => {
		const key = `${course} ${days}`;
		const known = rounds.get(key);
		const round = known ?? { course, days, answers: {}, hasEnded: false, lastAtMs: 0, own: [], askedBy: '' };
		rounds.set(key, round);
		return round;
	};
	for (const [course, days, question, answer, atMs, by, name] of answers) {
		const round = roundOf(course, days);
		round.answers[question] = answer;
		round.lastAtMs = Math.max(round.lastAtMs, atMs);
		if (by) round.askedBy = name;
		else round.own.push(question);
	}
	for (const [course, days, atMs] of ended) {
		const round = roundOf(course, days);
		round.hasEnded = true;
		round.lastAtMs = Math.max(round.lastAtMs, atMs);
	}
	return [...rounds.values()].map((round) => ({
		...round,
		hasEnded: round.hasEnded || round.own.length === FOLLOWUP_QUESTIONS.length
	}));
}

/** Keeps what a woman told somebody of the staff. @returns whether any of it was new */
export async function keepTold(
	learner: string,
	{ course, days }: FollowUpRound,
	answers: { question: FollowUpQuestion; answer: FollowUpAnswer }[],
	by: string
): Promise<boolean> {
	const path = `/api/banmay/learners/${learner}/followups`;
	const told = { course, days, answers: JSON.stringify(answers), by };
	return (await pbCall<{ changed: number }>('POST', path, told)).changed > 0;
}
