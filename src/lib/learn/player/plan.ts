import type { LessonProgress } from '$lib/domain/progress';
import type { BandState } from '$lib/ui/band';

export type Step =
	| { kind: 'card'; id: number }
	/** `attempt`: which try at this question in this run of the lesson. */
	| { kind: 'question'; id: number; attempt: number };

/**
 * One run through a lesson: its cards, its questions, and then again each question that went wrong, until it is
 * right. `at` is the step on the screen; when it equals the number of steps, the lesson is at its end.
 */
export type Plan = {
	steps: readonly Step[];
	at: number;
	/** How many of the steps are the lesson itself; the rest are asked again. */
	length: number;
	/** Steps of the lesson that are done in this run, by their index. */
	done: readonly number[];
};

type Parts = { cards: readonly { id: number }[]; questions: readonly { id: number }[] };

/** Starts a lesson at the place where she stopped; at its beginning when it is new or was finished. */
export function startPlan(lesson: Parts, position = 0, progress?: LessonProgress): Plan {
	const steps: Step[] = [
		...lesson.cards.map(({ id }) => ({ kind: 'card' as const, id })),
		...lesson.questions.map(({ id }) => ({ kind: 'question' as const, id, attempt: 1 }))
	];
	const length = steps.length;
	const at = Math.min(Math.max(position, 0), length);
	const done = steps.flatMap((step, index) => (index < at && isDone(step, progress) ? [index] : []));
	const again = steps.filter(
		(step, index) => index < at && step.kind === 'question' && !isDone(step, progress)
	);
	const plan = { steps: [...steps, ...again.map(secondTry)], at, length, done };
	return at === length && again.length === 0 ? { ...plan, at: 0, done: [] } : plan;
}

const secondTry = (step: Step): Step =>
	step.kind === 'question' ? { ...step, attempt: step.attempt + 1 } : step;

function isDone(step: Step, progress: LessonProgress | undefined): boolean {
	if (step.kind === 'card') return progress?.heard.includes(step.id) ?? false;
	return progress?.questions[step.id]?.right ?? false;
}

export const stepOf = (plan: Plan): Step | undefined => plan.steps[plan.at];

export function forward(plan: Plan): Plan {
	return { ...plan, at: Math.min(plan.at + 1, plan.steps.length) };
}

export function backward(plan: Plan): Plan {
	return { ...plan, at: Math.max(plan.at - 1, 0) };
}

/** The card on the screen was heard to its end. */
export function heard(plan: Plan): Plan {
	const step = stepOf(plan);
	if (step?.kind !== 'card') return plan;
	return withDone(
		plan,
		plan.steps.findIndex((s) => s.kind === 'card' && s.id === step.id)
	);
}

/**
 * The question on the screen was answered; a wrong one comes again after everything else, and after a second wrong
 * answer the card that explains it comes once more before it.
 */
export function answered(plan: Plan, isRight: boolean, explains?: number): Plan {
	const step = stepOf(plan);
	if (step?.kind !== 'question') return plan;
	if (isRight)
		return withDone(
			plan,
			plan.steps.findIndex((s) => s.kind === 'question' && s.id === step.id)
		);
	const comesAgain = plan.steps.slice(plan.at + 1).some((s) => s.kind === 'question' && s.id === step.id);
	if (comesAgain) return plan;
	const help: Step[] = step.attempt > 1 && explains !== undefined ? [{ kind: 'card', id: explains }] : [];
	return { ...plan, steps: [...plan.steps, ...help, secondTry(step)] };
}

/** To the first card that was heard to its end neither in this run nor before; null when there is none. */
export function toUnheard(plan: Plan, progress: LessonProgress | undefined): Plan | null {
	const at = plan.steps.findIndex(
		(step, index) =>
			index < plan.length && step.kind === 'card' && !plan.done.includes(index) && !isDone(step, progress)
	);
	return at < 0 ? null : { ...plan, at };
}

/** What is kept so that she can go on here: a step of the lesson, or its length while questions come again. */
export function positionOf(plan: Plan): number {
	return plan.at >= plan.steps.length ? 0 : Math.min(plan.at, plan.length);
}

/** The band of this run: what is done, and where she is. */
export function bandOf(plan: Plan): BandState[] {
	const step = stepOf(plan);
	const here = plan.steps.findIndex((s) => s.kind === step?.kind && s.id === step.id);
	return plan.steps
		.slice(0, plan.length)
		.map((_, index) => (plan.done.includes(index) ? 'done' : index === here ? 'begun' : 'none'));
}

function withDone(plan: Plan, index: number): Plan {
	return plan.done.includes(index) ? plan : { ...plan, done: [...plan.done, index] };
}
