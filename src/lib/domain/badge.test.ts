import { describe, expect, test } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import { numbered } from '../../../tests/fixtures/events';
import { lessonsIn, missingForBadge } from './badge';
import type { Happening } from './event';
import { applyEvent, notStarted } from './progress';

const [course] = catalogOf({ phone: ['a', 'b'] }).courses;
const right = (lesson: string): Happening => ({
	kind: 'question.answered',
	data: { lesson, question: 1, try: 2, right: true }
});
const completed = (lesson: string): Happening => ({ kind: 'lesson.completed', data: { lesson } });

describe('a course badge', () => {
	test.each([
		{ what: 'nothing done', events: [], missing: ['a', 'b'] },
		{ what: 'one lesson done', events: [right('a'), completed('a')], missing: ['b'] },
		{
			what: 'completed without a right answer',
			events: [completed('a'), right('b'), completed('b')],
			missing: ['a']
		},
		{
			what: 'right answers without completion',
			events: [right('a'), right('b'), completed('b')],
			missing: ['a']
		},
		{ what: 'all done', events: [right('a'), completed('a'), completed('b'), right('b')], missing: [] },
		{
			what: 'only the word "course completed"',
			events: [{ kind: 'course.completed', data: { course: 'phone' } } as Happening],
			missing: ['a', 'b']
		}
	])('with $what lacks $missing', ({ events, missing }) => {
		const progress = numbered(events).reduce(applyEvent, notStarted);
		expect(lessonsIn(missingForBadge(course!, progress))).toEqual(missing);
	});
});
