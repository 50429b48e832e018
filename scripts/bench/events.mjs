import { monotonicFactory } from 'ulid';

const ulid = monotonicFactory();
export const newId = () => ulid().toLowerCase();

/**
 * Events as a woman makes them: a lesson heard card by card, two questions, done.
 * @param {string} device
 * @param {number} from the first sequence number
 * @param {number} count
 * @param {string[]} lessons
 */
export function makeEvents(device, from, count, lessons) {
	return Array.from({ length: count }, (_, index) => {
		const seq = from + index;
		const lesson = lessons[Math.floor(seq / 10) % lessons.length] ?? '';
		return { id: newId(), device, seq, at: 1_790_000_000_000 + seq * 5000, ...happening(lesson, seq % 10) };
	});
}

/** @param {string} lesson @param {number} step */
function happening(lesson, step) {
	if (step === 0) return { kind: 'lesson.opened', data: { lesson, hash: 'a'.repeat(64) } };
	if (step < 7) return { kind: 'card.heard', data: { lesson, card: step } };
	if (step < 9)
		return { kind: 'question.answered', data: { lesson, question: step - 6, try: 1, right: step === 7 } };
	return { kind: 'lesson.completed', data: { lesson } };
}
