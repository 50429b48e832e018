import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stream } from '../../../tests/fixtures/events';
import { sortEvents } from './sort-events';

const device = '0'.repeat(26);
const id = (letter: string) => letter.repeat(26);
const good = (seq: number, letter = 'a') => ({
	id: id(letter),
	device,
	seq,
	at: 1,
	kind: 'card.heard',
	data: { lesson: 'goi-va-nghe', card: 3 }
});

describe('events that a phone sends', () => {
	test('are taken as the store wants them', () => {
		const answer = { lesson: 'goi-va-nghe', question: 2, try: 4, right: true };
		const sent = [good(1), { ...good(2, 'b'), kind: 'question.answered', data: answer }];
		expect(sortEvents(device, sent)).toEqual({
			events: [
				{ ...stored(1, 'a'), kind: 'card.heard', part: 3, data: { lesson: 'goi-va-nghe', card: 3 } },
				{ ...stored(2, 'b'), kind: 'question.answered', part: 2, try: 4, right: 1, data: answer }
			],
			refused: [],
			rejected: []
		});
	});

	test.each([
		{ what: 'an unknown kind', event: { ...good(2), kind: 'x.y' }, reason: 'unknown_kind', fills: true },
		{
			what: "Object's own name as a kind",
			event: { ...good(2), kind: 'toString' },
			reason: 'unknown_kind',
			fills: true
		},
		{
			what: 'a card beyond 50',
			event: { ...good(2), data: { lesson: 'a', card: 51 } },
			reason: 'malformed',
			fills: true
		},
		{ what: 'no data', event: { ...good(2), data: undefined }, reason: 'malformed', fills: true },
		{ what: 'no time', event: { ...good(2), at: null }, reason: 'malformed', fills: true },
		{ what: 'another device', event: { ...good(2), device: id('b') }, reason: 'wrong_device', fills: false },
		{ what: 'number 0', event: good(0), reason: 'malformed', fills: false },
		{ what: 'number 1.5', event: good(1.5), reason: 'malformed', fills: false },
		{ what: 'an id in capitals', event: { ...good(2), id: id('A') }, reason: 'malformed', fills: false },
		{ what: 'a number taken by another', event: good(1, 'b'), reason: 'seq_taken', fills: false }
	])('with $what are refused as $reason; the number counts as filled: $fills', ({ event, reason, fills }) => {
		const { events, refused, rejected } = sortEvents(device, [good(1, 'c'), event]);
		expect(events).toHaveLength(1);
		expect(rejected).toEqual([{ id: event.id, reason }]);
		expect(refused).toEqual(fills ? [{ id: event.id, seq: event.seq, reason }] : []);
	});

	test('twice in one call are taken once', () => {
		expect(sortEvents(device, [good(1), good(1)])).toMatchObject({ events: [{ seq: 1 }], rejected: [] });
	});

	test('of every kind are taken, and nothing at all makes it throw', () => {
		fc.assert(
			fc.property(stream, fc.array(fc.anything()), (events, anything) => {
				const [first] = events;
				const own = events.filter((event) => event.device === first?.device);
				expect(sortEvents(first?.device ?? device, own).events).toHaveLength(own.length);
				expect(sortEvents(device, anything).events).toEqual([]);
			})
		);
	});
});

function stored(seq: number, letter: string) {
	return { id: id(letter), seq, at: 1, lesson: 'goi-va-nghe', part: 0, try: 0, right: 0 };
}
