// Apart from the schemas: what stands on phones must not bring valibot.

/** The practice of a trick is of no lesson: events and what trainers see call it by this name, and by it she is said
 * to fall for it. */
export const scamLesson = (notice: string): string => `scam-${notice}`;

/** The course that practices of tricks name: none is called so. */
export const SCAM_COURSE = 'scam-of-the-week';

/** The id of the trick that a lesson's name means, or undefined when it is a lesson's. */
export function scamOf(lesson: string): string | undefined {
	return /^scam-([a-z0-9]{15})$/.exec(lesson)?.[1];
}
