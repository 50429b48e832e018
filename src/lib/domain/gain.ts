import type { CheckTime } from './check';

/** What one woman answered before or after a course. */
export type CheckResult = { learner: string; course: string; time: CheckTime; asked: number; right: number };
/** Of the women who were asked both times: how many, and their answers. */
export type Gain = {
	course: string;
	women: number;
	/** Who was asked only once, or not to the end: they compare nothing. */
	onlyOnce: number;
	before: { asked: number; right: number };
	after: { asked: number; right: number };
};

/** What each course taught: only who answered all counted questions both times is compared with herself. */
export function gainOf(results: readonly CheckResult[], questions = 3): Gain[] {
	const courses = new Map<string, Map<string, Partial<Record<CheckTime, CheckResult>>>>();
	for (const result of results) {
		const women = courses.get(result.course) ?? new Map<string, Partial<Record<CheckTime, CheckResult>>>();
		courses.set(
			result.course,
			women.set(result.learner, { ...women.get(result.learner), [result.time]: result })
		);
	}
	return [...courses].map(([course, women]) => {
		const gain: Gain = {
			...{ course, women: 0, onlyOnce: 0 },
			before: { asked: 0, right: 0 },
			after: { asked: 0, right: 0 }
		};
		for (const { before, after } of women.values()) {
			if (before?.asked !== questions || after?.asked !== questions) {
				gain.onlyOnce += 1;
				continue;
			}
			gain.women += 1;
			for (const [sum, one] of [
				[gain.before, before],
				[gain.after, after]
			] as const) {
				sum.asked += one.asked;
				sum.right += one.right;
			}
		}
		return gain;
	});
}
