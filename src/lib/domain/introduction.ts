/** What an introduction is for: that somebody buys, or that somebody stands beside a group for a while. */
export const SORTS = ['trade', 'mentor'] as const;
export type Sort = (typeof SORTS)[number];

/** The steps in the order in which they happen; some are left out, none is gone back to. */
export const STEPS = {
	trade: ['proposed', 'met', 'talked', 'sample', 'order', 'agreement'],
	mentor: ['proposed', 'met', 'talked', 'session']
} as const satisfies Record<Sort, readonly string[]>;
export type Step = (typeof STEPS)[Sort][number];
/** What may happen again: a second order, another meeting with a mentor. */
const AGAIN: readonly Step[] = ['order', 'session'];
/** Where money may be told. */
const WITH_AMOUNT: readonly Step[] = ['order', 'agreement'];
export const hasAmount = (step: string): boolean => WITH_AMOUNT.includes(step as Step);

export const ENDED_WHY = [
	'no_answer',
	'price',
	'quality',
	'amount',
	'distance',
	'her_wish',
	'fraud',
	'done',
	'other'
] as const;
export type EndedWhy = (typeof ENDED_WHY)[number];

/** Below this nobody orders anything; above it somebody has typed noughts too many. In đồng. */
export const MIN_DEAL = 1_000;
export const MAX_DEAL = 5_000_000_000;
export const MAX_STEP_WORDS = 400;
/** What is told later than this is no longer followed. */
export const LATEST_TOLD_DAYS = 400;

/** What has happened with an introduction, newest last. Besides its steps: that it ended, that it was taken up again. */
export type Happened = { step: Step | 'ended' | 'resumed'; day: string };

export const isEnded = (happened: readonly Happened[]): boolean => happened.at(-1)?.step === 'ended';

const stepsOf = (sort: Sort): readonly Step[] => STEPS[sort];
const isStep = (step: string): step is Step => [...STEPS.trade, ...STEPS.mentor].includes(step as never);

/** How far it has come. */
export function furthest(sort: Sort, happened: readonly Pick<Happened, 'step'>[]): Step {
	const places = happened.map(({ step }) => stepsOf(sort).indexOf(step as Step));
	return stepsOf(sort)[Math.max(0, ...places)] as Step;
}

/** What may come next; nothing for one that has ended. */
export function nextSteps(sort: Sort, happened: readonly Happened[]): Step[] {
	if (isEnded(happened)) return [];
	const at = stepsOf(sort).indexOf(furthest(sort, happened));
	return stepsOf(sort).filter((step, place) => place > at || (AGAIN.includes(step) && place === at));
}

export type StepFault =
	| 'step_unknown'
	| 'step_order'
	| 'step_ended'
	| 'day_faulty'
	| 'day_future'
	| 'day_old'
	| 'day_before'
	| 'deal_low'
	| 'deal_high';

type NewStep = { step: string; day: string; amount: number };

/** Why a step cannot be noted; null: it can. `today` and days as a calendar in Vietnam calls them. */
export function stepFault(
	sort: Sort,
	happened: readonly Happened[],
	{ step, day, amount }: NewStep,
	{ today, oldest }: { today: string; oldest: string }
): StepFault | null {
	if (!isStep(step) || !stepsOf(sort).includes(step)) return 'step_unknown';
	if (isEnded(happened)) return 'step_ended';
	if (!nextSteps(sort, happened).includes(step)) return 'step_order';
	const late = dayFault(happened, day, { today, oldest });
	if (late) return late;
	if (amount === 0 || !hasAmount(step)) return null;
	if (!Number.isInteger(amount) || amount < MIN_DEAL) return 'deal_low';
	return amount > MAX_DEAL ? 'deal_high' : null;
}

/** A day that was: not to come, not years ago, and not before what has happened already. */
export function dayFault(
	happened: readonly Happened[],
	day: string,
	{ today, oldest }: { today: string; oldest: string }
): StepFault | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !isCalendarDay(day)) return 'day_faulty';
	if (day > today) return 'day_future';
	if (day < oldest) return 'day_old';
	const last = happened.findLast(({ step }) => step !== 'proposed')?.day ?? '';
	return day < last ? 'day_before' : null;
}

function isCalendarDay(day: string): boolean {
	const at = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
}
