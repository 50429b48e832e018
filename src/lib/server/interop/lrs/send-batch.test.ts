import { expect, test } from 'vitest';
import type { Statement } from '../xapi/statement';
import type { Posted } from './post-statements';
import { postStatements, statementsUrl } from './post-statements';
import { sendBatch } from './send-batch';

const statements = Array.from({ length: 50 }, (_, n) => ({ id: `s${n}` })) as Statement[];

/** An LRS that takes a batch only when nothing in it is bad. */
function lrs(bad: Record<string, Posted>) {
	const taken = new Set<string>();
	const post = (batch: readonly Statement[]): Promise<Posted> => {
		const culprit = batch.find(({ id }) => bad[id]);
		if (culprit) return Promise.resolve(bad[culprit.id] as Posted);
		for (const { id } of batch) taken.add(id);
		return Promise.resolve({ kind: 'taken' });
	};
	return { post, taken };
}

test('one faulty and one known statement do not hold up the other forty-eight', async () => {
	const { post, taken } = lrs({ s7: { kind: 'faulty', why: '400 no' }, s49: { kind: 'conflict' } });
	const sent = await sendBatch(statements, post);
	expect(taken.size).toBe(48);
	expect(sent.taken).toBe(48);
	expect(sent.stopped).toBeNull();
	expect(sent.culprits.map(({ statement, why }) => [statement.id, why])).toEqual([
		['s7', '400 no'],
		['s49', '409 another statement has this id']
	]);
});

test.each(['refused', 'later'] as const)('"%s" stops everything at once', async (kind) => {
	const posted = { kind, why: '503', retryAfterMs: null } as Posted;
	const { post } = lrs({ s0: posted });
	const sent = await sendBatch(statements, post);
	expect(sent).toEqual({ taken: 0, culprits: [], stopped: posted });
});

test('nothing to send is no call', async () => {
	const post = () => Promise.reject(new Error('called'));
	expect((await sendBatch([], post)).taken).toBe(0);
});

test.each([
	[200, 'taken'],
	[204, 'taken'],
	[400, 'faulty'],
	[401, 'refused'],
	[403, 'refused'],
	[302, 'refused'],
	[404, 'refused'],
	[409, 'conflict'],
	[413, 'faulty'],
	[429, 'later'],
	[500, 'later'],
	[503, 'later']
] as const)('an answer of %i means "%s"', async (status, kind) => {
	const call = () => Promise.resolve({ kind: 'answered' as const, status, retryAfterMs: null, body: '' });
	expect((await postStatements({ url: 'https://x', user: '', secret: '' }, [], call)).kind).toBe(kind);
});

test.each(['https://x/xapi', 'https://x/xapi/', 'https://x/xapi/statements', 'https://x/xapi/statements/'])(
	'%s leads to the statements',
	(url) => expect(statementsUrl(url)).toBe('https://x/xapi/statements/')
);
