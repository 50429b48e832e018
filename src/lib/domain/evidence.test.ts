import { describe, expect, test } from 'vitest';
import { catalogOf } from '../../../tests/fixtures/catalog';
import { numbered } from '../../../tests/fixtures/events';
import { awardsOf, evidenceOf, lessonsIn, missingFor, nothingDone } from './badge';
import { evidenceIn, missingEvidence, type Demand } from './evidence';
import { applyEvent, notStarted } from './progress';

const practised = (lesson: string) => ({ kind: 'practice.completed', data: { lesson } });
const offered = (product: string) => ({ kind: 'product.offered', data: { product } });
const ordered = (order: string) => ({ kind: 'order.recorded', data: { order } });
const stall = { kind: 'stall.changed', data: { name: 'Nhà Mẩy' } };

describe('evidence', () => {
	test.each([
		{ what: 'nothing', events: [], counts: {} },
		{ what: 'a practice done twice', events: [practised('a'), practised('a')], counts: { practice: 1 } },
		{ what: 'two practices', events: [practised('a'), practised('b')], counts: { practice: 2 } },
		{
			what: 'a stall with goods and an order',
			events: [stall, offered('p'), offered('q'), offered('p'), ordered('o')],
			counts: { 'stall-opened': 1, 'product-offered': 2, 'order-recorded': 1 }
		},
		{ what: 'kinds of tomorrow', events: [{ kind: 'loan.asked', data: null }], counts: {} }
	])('of $what counts $counts', ({ events, counts }) => {
		const none = { practice: 0, 'stall-opened': 0, 'product-offered': 0, 'order-recorded': 0 };
		expect(evidenceIn(events)).toEqual({ ...none, ...counts });
		expect(evidenceIn([...events].reverse())).toEqual({ ...none, ...counts });
	});

	test('lacks what is too little, and what this version does not know', () => {
		const demands: Demand[] = [
			{ kind: 'practice', count: 2 },
			{ kind: 'stall-opened', count: 1 },
			{ kind: 'loan-repaid' as 'practice', count: 1 }
		];
		expect(missingEvidence(demands, { practice: 1, 'stall-opened': 1 })).toEqual([demands[0], demands[2]]);
	});
});

test('a badge that asks for evidence lacks it until it is there, beside its lessons', () => {
	const made = {
		slug: 'made-stall',
		title: catalogOf({ phone: ['a'] }).courses[0]!.title,
		picture: `${'c'.repeat(64)}.svg`,
		color: 'rice' as const,
		level: 2 as const,
		lessons: ['a'],
		practices: [],
		evidence: [{ kind: 'order-recorded' as const, count: 1 }]
	};
	const award = awardsOf({ ...catalogOf({ phone: ['a', 'b'] }), achievements: [made] }).at(-1)!;
	const learnt = numbered([
		{ kind: 'question.answered', data: { lesson: 'a', question: 1, try: 1, right: true } },
		{ kind: 'lesson.completed', data: { lesson: 'a' } }
	]).reduce(applyEvent, notStarted);
	const nothing = missingFor(award, notStarted, nothingDone);
	expect(lessonsIn(nothing)).toEqual(['a']);
	expect(evidenceOf(nothing)).toEqual(made.evidence);
	expect(missingFor(award, learnt, nothingDone)).toEqual([{ evidence: made.evidence[0] }]);
	const evidence = evidenceIn([ordered('o')]);
	expect(missingFor(award, learnt, { ...nothingDone, evidence })).toEqual([]);
});
