/**
 * Which questions a pilot leaves out of a woman's reviews: every second one, and of two women next to each other in
 * the alphabet the other half, so that each question is reviewed by half of the women and each woman reviews half of
 * the questions. The sum is one that SQLite can do as well: pb_hooks/lib/review-sql.js is the same rule.
 * @param learner id at the server, in letters and digits of ASCII
 */
export function isLeftOut(
	learner: string,
	{ lesson, question }: { lesson: string; question: number }
): boolean {
	return (learner.charCodeAt(learner.length - 1) + lesson.length + question) % 2 === 1;
}
