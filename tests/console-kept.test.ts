import { describe, expect, test } from 'vitest';
import { answerIn, dataAddress, mayKeep } from '../src/service-worker/console-kept';

describe('what is kept of the console', () => {
	test.each(['/trainer', '/trainer/', '/trainer/groups', '/trainer/groups/abc', '/trainer/women/abc'])(
		'%s may be',
		(path) => expect(mayKeep(path)).toBe(true)
	);
	test.each([
		'/trainer/groups/abc/cards',
		'/trainer/entry',
		'/trainer/staff',
		'/trainer/systems',
		'/trainer/audit',
		'/trainer/me',
		'/trainerx',
		'/sign-in',
		'/'
	])('%s may not', (path) => expect(mayKeep(path)).toBe(false));
});

test.each([
	['/trainer', '/trainer/__data.json'],
	['/trainer/', '/trainer/__data.json'],
	['/trainer/__data.json?x-sveltekit-invalidated=001', '/trainer/__data.json'],
	[
		'/trainer/groups/a/__data.json?course=x&x-sveltekit-invalidated=01',
		'/trainer/groups/a/__data.json?course=x'
	],
	['/trainer/groups/a?course=x#add', '/trainer/groups/a/__data.json?course=x']
])('the data of %s is at %s', (page, data) => {
	expect(dataAddress(new URL(page, 'https://example.test'))).toBe(`https://example.test${data}`);
});

describe('an answer of the server', () => {
	const data = { type: 'data', data: [] };
	test.each([
		['page', { type: 'data', nodes: [null, data, data] }],
		['other', { type: 'data', nodes: [null, data, { type: 'error', status: 403 }] }],
		['signed-out', { type: 'redirect', location: '/sign-in?to=%2Ftrainer' }],
		['other', { type: 'redirect', location: '/trainer' }],
		['other', { type: 'error', status: 500 }],
		['other', {}],
		['other', null]
	])('is %s: %j', (kind, said) => expect(answerIn(JSON.stringify(said))).toBe(kind));

	test('is read by its first line: what was still under way comes after it', () => {
		expect(answerIn(`${JSON.stringify({ type: 'data', nodes: [data] })}\n{"type":"chunk"}\n`)).toBe('page');
	});

	test.each(['', '<!doctype html>', '{"type":"da'])('is nothing: %j', (text) =>
		expect(answerIn(text)).toBe('other')
	);
});
