import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { idOf, numbered } from '../../../tests/fixtures/events';
import { Event } from './event';

const [good] = numbered([{ kind: 'card.heard', data: { lesson: 'goi-va-nghe', card: 1 } }]);

describe('an event from outside', () => {
	test('a good one is taken', () => expect(v.is(Event, good)).toBe(true));
	test.each([
		{ what: 'no id', bad: { id: undefined } },
		{ what: 'an upper-case id', bad: { id: idOf(1).toUpperCase().replace('0', 'A') } },
		{ what: 'a sequence number of 0', bad: { seq: 0 } },
		{ what: 'half a sequence number', bad: { seq: 1.5 } },
		{ what: 'a clock that is no number', bad: { at: 'yesterday' } },
		{ what: 'an unknown kind', bad: { kind: 'card.eaten' } },
		{ what: 'card 51', bad: { data: { lesson: 'goi-va-nghe', card: 51 } } },
		{ what: 'a lesson that is a path', bad: { data: { lesson: '../etc', card: 1 } } },
		{ what: 'the payload of another kind', bad: { data: { course: 'dien-thoai' } } },
		{ what: 'no payload', bad: { data: null } }
	])('with $what is refused', ({ bad }) => {
		expect(v.is(Event, { ...good, ...bad })).toBe(false);
	});
});
