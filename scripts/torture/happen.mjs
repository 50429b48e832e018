/** @typedef {{ kind: string, data: Record<string, unknown> }} Happening */

const LESSONS = ['nut-va-man-hinh', 'goi-va-nghe', 'sac-pin-giu-may', 'wifi-va-4g'];

/**
 * Something a woman might do; lessons overlap on purpose, so that the roll-up's rows are fought over.
 * @param {import('./dice.mjs').Dice} dice
 * @returns {Happening}
 */
export function happen(dice) {
	const lesson = dice.one(LESSONS);
	const number = dice.between(1, 6);
	const what = dice.between(1, 10);
	if (what === 1) return { kind: 'lesson.opened', data: { lesson, hash: 'a'.repeat(64) } };
	if (what <= 5) return { kind: 'card.heard', data: { lesson, card: number } };
	if (what === 10) return { kind: 'lesson.completed', data: { lesson } };
	const tried = dice.between(1, 4);
	return {
		kind: 'question.answered',
		data: { lesson, question: number, try: tried, right: dice.chance(0.6) }
	};
}
