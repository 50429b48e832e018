import type { Statement } from '../xapi/statement';
import type { Posted } from './post-statements';

export type Culprit = { statement: Statement; why: string };
export type Sent = {
	taken: number;
	culprits: Culprit[];
	stopped: Extract<Posted, { kind: 'refused' | 'later' }> | null;
};

/**
 * Sends statements, and when the LRS will not take the batch, halves it until the culprits stand alone: one faulty
 * statement does not hold up the others. When it stops midway, everything is sent again next time: ids make that
 * harmless.
 */
export async function sendBatch(
	statements: readonly Statement[],
	post: (batch: readonly Statement[]) => Promise<Posted>
): Promise<Sent> {
	if (statements.length === 0) return { taken: 0, culprits: [], stopped: null };
	const posted = await post(statements);
	if (posted.kind === 'taken') return { taken: statements.length, culprits: [], stopped: null };
	if (posted.kind === 'refused' || posted.kind === 'later')
		return { taken: 0, culprits: [], stopped: posted };
	const [only] = statements;
	if (statements.length === 1 && only) {
		const why = posted.kind === 'conflict' ? '409 another statement has this id' : posted.why;
		return { taken: 0, culprits: [{ statement: only, why }], stopped: null };
	}
	const middle = Math.ceil(statements.length / 2);
	const first = await sendBatch(statements.slice(0, middle), post);
	if (first.stopped) return first;
	const second = await sendBatch(statements.slice(middle), post);
	return {
		taken: first.taken + second.taken,
		culprits: [...first.culprits, ...second.culprits],
		stopped: second.stopped
	};
}
