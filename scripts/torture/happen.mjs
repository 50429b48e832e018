/** @typedef {{ kind: string, data: Record<string, unknown> }} Happening */

const LESSONS = ['nut-va-man-hinh', 'goi-va-nghe', 'sac-pin-giu-may', 'wifi-va-4g'];
const SHA = 'a'.repeat(64);
const MOST_PARTS = 50;

/**
 * Something a woman might do; lessons overlap on purpose, so that the roll-up's rows are fought over.
 * @param {import('./dice.mjs').Dice} dice
 * @returns {Happening}
 */
export function happen(dice) {
	const lesson = dice.one(LESSONS);
	const number = dice.chance(0.1) ? MOST_PARTS : dice.between(1, 6);
	const what = dice.between(1, 12);
	if (what === 1) return { kind: 'lesson.opened', data: { lesson, hash: SHA } };
	if (what <= 5) return { kind: 'card.heard', data: { lesson, card: number } };
	if (what === 10) return { kind: 'lesson.completed', data: { lesson } };
	if (what === 11) return { kind: 'course.completed', data: { course: 'khoa-hoc' } };
	if (what === 12) return { kind: 'clip.missing', data: { lesson, clip: `${SHA}.ogg` } };
	const tried = dice.between(1, 4);
	return {
		kind: 'question.answered',
		data: { lesson, question: number, try: tried, right: dice.chance(0.6) }
	};
}

/**
 * What an app with a bug might write down: it takes a number like every other event, and the server refuses it.
 * @param {import('./dice.mjs').Dice} dice
 * @returns {Happening}
 */
export function happenWrongly(dice) {
	return dice.one([
		{ kind: 'card.heard', data: { lesson: LESSONS[0], card: MOST_PARTS + 1 } },
		{ kind: 'question.answered', data: { lesson: LESSONS[1], question: 1, try: 1 } },
		{ kind: 'lesson.completed', data: { lesson: 'Not a Slug' } },
		{ kind: 'lesson.dreamt', data: { lesson: LESSONS[2] } },
		{ kind: 'constructor', data: {} }
	]);
}
