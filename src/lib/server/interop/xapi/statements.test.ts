import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Catalog } from '$lib/domain/course';
import { readProfile, toldAs } from '../api/read-profile';
import type { FedEvent } from '../feed';
import { Statement } from './statement';
import { earnedStatements, registeredStatements, statementsOf } from './statements';

const said = (text: string) => ({ vi: { text, clip: '', ms: 1, bytes: 1, voice: 'synthetic' } });
const catalog = {
	format: 1,
	courses: [
		{
			slug: 'dien-thoai',
			title: said('Điện thoại'),
			modules: [{ slug: 'm', title: said('M'), lessons: [{ slug: 'nut', title: said('Nút') }] }]
		}
	]
} as unknown as Catalog;
const where = { catalog, origin: 'https://hoc.example.org', pepper: 'a pepper' };
const RECEIVED = Date.UTC(2026, 10, 24, 3);

const event = (kind: string, data: Record<string, unknown>, rest: Partial<FedEvent> = {}): FedEvent => ({
	id: '01k0000000000000000000000a',
	learner: 'learner00000001',
	seq: 7,
	at: RECEIVED - 60_000,
	receivedAt: RECEIVED,
	...rest,
	kind,
	data
});
const one = (kind: string, data: Record<string, unknown>, rest?: Partial<FedEvent>) =>
	statementsOf([event(kind, data, rest)], where)[0];

const told: [string, Record<string, unknown>][] = [
	['lesson.opened', { lesson: 'nut', hash: 'x' }],
	['question.answered', { lesson: 'nut', question: 2, try: 1, right: false }],
	['lesson.completed', { lesson: 'nut' }],
	['practice.completed', { lesson: 'nut', practice: 'p', outcome: { steps: 3, wrong: 1, fell: [] } }],
	['course.completed', { course: 'dien-thoai' }]
];

describe('a statement', () => {
	test.each(told)('of %s is of the form, and as the profile says', (kind, data) => {
		const statement = one(kind, data);
		expect(v.parse(Statement, statement)).toEqual(statement);
		const profile = readProfile(where.origin).statements.find(({ of }) => of === kind);
		expect(statement?.verb.id).toBe(profile?.verb);
		expect(statement?.object.definition.type).toBe(profile?.object);
	});

	test('of a badge is "earned", and its address is not in it', () => {
		const badge = { id: 'b'.repeat(26), learner: 'learner00000001', course: 'dien-thoai' };
		const [statement] = earnedStatements([{ ...badge, earnedAtMs: 1, issuedAtMs: RECEIVED }], where);
		expect(v.parse(Statement, statement)).toEqual(statement);
		expect(statement?.verb.id).toBe('https://openbadgespec.org/xapi/verbs/earned');
		expect(statement?.verb.id).toBe(readProfile('').statements.find(({ of }) => of === 'badge')?.verb);
		expect(JSON.stringify(statement)).not.toContain(badge.id);
		expect(Object.keys(toldAs)).toHaveLength(told.length + 2);
	});

	test('of a woman who joins is "registered", for the whole programme, once', () => {
		const joined = { learner: 'learner00000001', joinedAtMs: RECEIVED };
		const [first, second] = registeredStatements([joined, { ...joined, joinedAtMs: RECEIVED }], where);
		expect(v.parse(Statement, first)).toEqual(first);
		expect(second).toEqual(first);
		expect(first?.verb.id).toBe('http://adlnet.gov/expapi/verbs/registered');
		expect(first?.verb.id).toBe(readProfile('').statements.find(({ of }) => of === 'joined')?.verb);
		expect(first?.object.id).toBe('https://hoc.example.org/');
		expect(JSON.stringify(first)).not.toContain('learner0');
	});

	test('is the same whenever it is made: sent again, it is harmless', () => {
		expect(one(...(told[1] as (typeof told)[0]))).toEqual(one(...(told[1] as (typeof told)[0])));
		const ids = told.map(([kind, data], n) => one(kind, data, { id: `0${n}`.padEnd(26, 'a') })?.id);
		expect(new Set(ids).size).toBe(told.length);
		expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
	});

	test('names no learner, and another server calls her otherwise', () => {
		const text = JSON.stringify(one('lesson.completed', { lesson: 'nut' }));
		expect(text).not.toContain('learner0');
		const elsewhere = statementsOf([event('lesson.completed', { lesson: 'nut' })], { ...where, pepper: 'b' });
		expect(elsewhere[0]?.actor).not.toEqual(one('lesson.completed', { lesson: 'nut' })?.actor);
	});

	test.each([
		{ clock: 'is right', at: RECEIVED - 5000, expected: RECEIVED - 5000 },
		{ clock: 'runs years ahead', at: RECEIVED * 2, expected: RECEIVED },
		{ clock: 'was never set', at: 0, expected: RECEIVED }
	])('says in UTC when it happened, when the clock $clock', ({ at, expected }) => {
		const statement = one('lesson.completed', { lesson: 'nut' }, { at });
		expect(statement?.timestamp).toBe(new Date(expected).toISOString());
	});

	test.each(['card.heard', 'clip.missing', 'something.newer'])('is not made of %s', (kind) => {
		expect(one(kind, { lesson: 'nut', card: 1 })).toBeUndefined();
	});

	test('of a lesson that was taken out of the catalogue still stands', () => {
		const statement = one('question.answered', { lesson: 'gone', question: 1, try: 2, right: true });
		expect(v.is(Statement, statement)).toBe(true);
		expect(statement?.context.registration).toBeUndefined();
	});
});
