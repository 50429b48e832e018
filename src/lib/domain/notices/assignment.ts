import * as v from 'valibot';
import { Slug } from '../lesson';

/** A day as a calendar says it: the same day for everyone, whatever a phone's clock and zone are. */
export const Day = v.pipe(
	v.string(),
	v.isoDate('must be a day as YYYY-MM-DD'),
	v.check((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day), 'there is no such day')
);

/** A course, one of its modules or a lesson to be done, by a day or without one. */
export const AssignmentBody = v.object({
	what: v.picklist(['course', 'module', 'lesson']),
	slug: Slug,
	due: v.nullable(Day)
});
export type AssignmentBody = v.InferOutput<typeof AssignmentBody>;
