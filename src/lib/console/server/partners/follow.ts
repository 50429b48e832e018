import type { ActionFailure } from '@sveltejs/kit';
import {
	ENDED_WHY,
	furthest,
	hasAmount,
	isEnded,
	LATEST_TOLD_DAYS,
	MAX_DEAL,
	MAX_STEP_WORDS,
	MIN_DEAL,
	stepFault,
	type EndedWhy,
	type Step
} from '$lib/domain/introduction';
import { giveUp } from '$lib/server/errors';
import { amountOf } from '$lib/server/partners/read-partner';
import { noteAct, type AuditedAct } from '$lib/server/repositories/audit';
import {
	introductionById,
	noteStep,
	takeStepBack,
	type Introduction
} from '$lib/server/repositories/introductions';
import { staffById } from '$lib/server/repositories/staff';
import type { Staff } from '$lib/server/session';
import { lengthOf } from '../../roster';
import type { ConsoleKey, Words } from '../../words';
import { keyOf, problem, textOf, type FormProblem } from '../form';
import { dayAfter, todayIn } from '../notices/days';

export type Follower = { staff: Staff; found: Introduction; form: FormData; words: Words };
type Done<What extends string> = Promise<{ done: What } | ActionFailure<FormProblem>>;

/** Notes what has happened, on which day, with what an order is worth. */
export async function followStep(follower: Follower, now = Date.now()): Done<'noted'> {
	if (isTwice(follower)) return { done: 'noted' };
	const { found, form, words } = follower;
	const [step, day, amount] = ['step', 'day', 'amount'].map((field) => textOf(form, field).trim()) as [
		string,
		string,
		string
	];
	const said = saidIn(form);
	const values = { form: 'step', step, day, amount, words: said };
	const isStale = await staleFor(follower, values);
	if (isStale) return isStale;
	const money = hasAmount(step) ? amountOf(amount, Number.MAX_SAFE_INTEGER) : 0;
	if (money === null) return problem(words, 'intro_deal_faulty', 'amount', { values: known(values, found) });
	const fault = stepFault(found.sort, found.steps, { step, day, amount: money }, rangeOf(now));
	if (fault) {
		const field = fault.startsWith('day') ? 'day' : fault.startsWith('deal') ? 'amount' : 'step';
		const params = { min: MIN_DEAL, max: MAX_DEAL, n: LATEST_TOLD_DAYS };
		return problem(words, `intro_${fault}`, field, { values: known(values, found), params });
	}
	const to = step as Step;
	return keep(follower, { step: to, to, day, amount: money, words: said, endedWhy: '' }, values, 'noted');
}

/** It has ended, and why. */
export async function followEnd(follower: Follower, now = Date.now()): Done<'ended'> {
	if (isTwice(follower)) return { done: 'ended' };
	const { found, form, words } = follower;
	const why = textOf(form, 'why') as EndedWhy;
	const said = saidIn(form);
	const values = { form: 'end', why, words: said };
	const isStale = await staleFor(follower, values);
	if (isStale) return isStale;
	if (isEnded(found.steps))
		return problem(words, 'intro_step_ended', 'why', { values: known(values, found), status: 409 });
	if (!ENDED_WHY.includes(why)) return problem(words, 'intro_why', 'why', { values: known(values, found) });
	const rest = { to: found.step, day: todayIn(now), amount: 0, words: said };
	return keep(follower, { step: 'ended', endedWhy: why, ...rest }, values, 'ended');
}

/** One that had ended goes on. */
export async function followResume(follower: Follower, now = Date.now()): Done<'resumed'> {
	if (isTwice(follower)) return { done: 'resumed' };
	const { found, words } = follower;
	const values = { form: 'resume' };
	const isStale = await staleFor(follower, values);
	if (isStale) return isStale;
	if (!isEnded(found.steps))
		return problem(words, 'intro_not_ended', 'resume', { values: known(values, found), status: 409 });
	const rest = { to: found.step, day: todayIn(now), amount: 0, words: '' };
	return keep(follower, { step: 'resumed', endedWhy: '', ...rest }, values, 'resumed');
}

/** That it was made; and that it goes on, which is ended again. */
const NEVER_BACK: readonly string[] = ['proposed', 'resumed'];

/** The last thing that was noted was not so. */
export async function followBack(follower: Follower): Done<'back'> {
	const { staff, found, form, words } = follower;
	const values = { form: 'back' };
	const isStale = await staleFor(follower, values);
	if (isStale) return isStale;
	const last = found.steps.at(-1);
	if (!last || NEVER_BACK.includes(last.step) || last.id !== textOf(form, 'step'))
		return problem(words, 'intro_back', 'back', { values: known(values, found), status: 409 });
	const rest = found.steps.slice(0, -1);
	const outcome = await takeStepBack(found.id, {
		...{ step: last.id, expected: found.version, by: staff.id, to: furthest(found.sort, rest), endedWhy: '' }
	});
	if (outcome === 'gone') giveUp('not_found');
	if (outcome === 'stale') return stale(follower, values);
	await noteAct(staff.id, 'introduction.step-taken-back', about(found));
	return { done: 'back' };
}

type Values = Record<string, string>;
type Kept = {
	step: Step | 'ended' | 'resumed';
	to: Step;
	day: string;
	amount: number;
	words: string;
	endedWhy: EndedWhy | '';
};
const ACTS = {
	noted: 'introduction.step',
	ended: 'introduction.ended',
	resumed: 'introduction.resumed'
} as const;

async function keep<What extends keyof typeof ACTS>(
	follower: Follower,
	step: Kept,
	values: Values,
	done: What
): Done<What> {
	const { staff, found, form, words } = follower;
	const fault = (code: 'form_unreadable' | 'intro_words_long' | 'intro_suspended', status = 400) =>
		problem(words, code, 'words', {
			...{ values: known(values, found), status, params: { n: MAX_STEP_WORDS } }
		});
	const id = keyOf(form);
	if (!id) return fault('form_unreadable');
	if (lengthOf(step.words) > MAX_STEP_WORDS) return fault('intro_words_long');
	const outcome = await noteStep(found.id, { id, expected: found.version, by: staff.id, ...step });
	if (outcome === 'gone') giveUp('not_found');
	if (outcome === 'stale') return stale(follower, values);
	if (outcome === 'suspended') return fault('intro_suspended', 409);
	const act: AuditedAct = ACTS[done];
	if (outcome === 'kept') await noteAct(staff.id, act, about(found));
	return { done };
}

/** A form that came before is carried out. */
function isTwice({ found, form }: Follower): boolean {
	const key = keyOf(form);
	return key !== null && found.steps.some(({ id }) => id === key);
}

/** Somebody else was faster than what she looked at: she is told who and what, and what she typed stands. */
async function staleFor(follower: Follower, values: Values): Promise<ActionFailure<FormProblem> | null> {
	const version = textOf(follower.form, 'version');
	const isSeen = version !== '' && Number(version) === follower.found.version;
	return isSeen ? null : stale(follower, values);
}

async function stale({ found, words }: Follower, values: Values): Promise<ActionFailure<FormProblem>> {
	const now = (await introductionById(found.id)) ?? found;
	const last = now.steps.at(-1)?.step ?? now.step;
	const who = (now.changedBy && (await staffById(now.changedBy))?.name) || words.t('people.somebody');
	const params = { who, what: words.t(`intro.step.${last}` as ConsoleKey) };
	return problem(words, 'intro_stale', 'stale', { params, values: known(values, now), status: 409 });
}

const known = (values: Values, { version }: Introduction): Values => ({
	...values,
	version: String(version)
});
const about = ({ who, id }: Introduction) => `${who} ${id}`;
const saidIn = (form: FormData) => textOf(form, 'words').replaceAll('\r\n', '\n').trim();
const rangeOf = (now: number) => ({ today: todayIn(now), oldest: dayAfter(now, -LATEST_TOLD_DAYS) });
