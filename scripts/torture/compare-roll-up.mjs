import { loadTs } from '../content/load-ts.mjs';

/** @typedef {import('../../src/lib/domain/progress').Progress} Progress */
/** @typedef {import('../../src/lib/domain/progress').QuestionProgress} QuestionProgress */

const MOST_SHOWN = 5;

/**
 * The trainer's tables must be the fold of the stored events, as the phone folds them.
 * @param {(collection: string) => Promise<any[]>} all
 * @param {any[]} stored events
 * @returns {Promise<string[]>} remarks
 */
export async function compareRollUp(all, stored) {
	const folded = new Set(
		(await foldAll(stored)).flatMap(([learner, progress]) => linesOf(learner, progress))
	);
	const lessons = (await all('lesson_progress')).map(
		(row) =>
			`${row.learner} ${row.lesson} heard ${row.heard} right ${row.right} first ${row.right_first} ` +
			`answers ${row.answers} wrong ${row.wrong} done ${row.completedAt} from ${row.firstAt} to ${row.lastAt}`
	);
	const questions = (await all('question_progress')).map(
		(row) =>
			`${row.learner} ${row.lesson} question ${row.question} answers ${row.answers} wrong ${row.wrong} ` +
			`right ${Boolean(row.right)} first ${Boolean(row.right_first)}`
	);
	const rolledUp = new Set([...lessons, ...questions]);
	const remarks = [
		...[...rolledUp].filter((line) => !folded.has(line)).map((line) => `the roll-up says ${line}`),
		...[...folded].filter((line) => !rolledUp.has(line)).map((line) => `the fold says    ${line}`)
	];
	if (remarks.length === 0) return [];
	return [
		`the roll-up differs from the fold in ${remarks.length} lines:`,
		...remarks.sort().slice(0, MOST_SHOWN)
	];
}

/**
 * @param {any[]} stored
 * @returns {Promise<[string, Progress][]>}
 */
async function foldAll(stored) {
	const { applyEvent, notStarted } = await loadTs('src/lib/domain/progress.ts');
	/** @type {Map<string, Progress>} */
	const byLearner = new Map();
	for (const event of stored)
		byLearner.set(event.learner, applyEvent(byLearner.get(event.learner) ?? notStarted, event));
	return [...byLearner];
}

/** @param {string} learner @param {Progress} progress */
function linesOf(learner, { lessons }) {
	return Object.entries(lessons).flatMap(
		([lesson, { heard, questions, completedAtMs, firstAtMs, lastAtMs }]) => {
			const answered = Object.entries(questions).map(([n, question]) => ({ n: Number(n), ...question }));
			const sum = (/** @type {'answers' | 'wrong'} */ name) =>
				answered.reduce((all, one) => all + one[name], 0);
			const which = (/** @type {'right' | 'rightFirst'} */ name) =>
				bits(answered.flatMap((one) => (one[name] ? [one.n] : [])));
			// 0 stands for "not completed" in the table.
			const done = completedAtMs === null ? 0 : Math.max(1, completedAtMs);
			return [
				`${learner} ${lesson} heard ${bits(heard)} right ${which('right')} first ${which('rightFirst')} ` +
					`answers ${sum('answers')} wrong ${sum('wrong')} done ${done} from ${firstAtMs} to ${lastAtMs}`,
				...answered.map(
					({ n, answers, wrong, right, rightFirst }) =>
						`${learner} ${lesson} question ${n} answers ${answers} wrong ${wrong} right ${right} first ${rightFirst}`
				)
			];
		}
	);
}

/** @param {number[]} numbers */
const bits = (numbers) => numbers.reduce((sum, n) => sum + 2 ** n, 0);
