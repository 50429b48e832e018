import type { Month, Purpose, Way } from '../../domain/book/entry';
import { moneyProblem } from '../../domain/book/limits';
import { isMonth, monthOf } from '../../domain/book/month';
import type { Trouble } from '../trouble';
import { inBook } from './in-book';
import type { Problem } from './write-order';

/** Writes money that came or went. @param month to which it counts; null: this one */
export async function writeMoney(
	profile: string,
	{ way, amount, purpose, month }: { way: Way; amount: number; purpose: Purpose; month: Month | null },
	now: () => number = Date.now
): Promise<{ kind: 'kept'; id: string } | Problem | Trouble> {
	const code = moneyProblem(amount);
	if (code) return { kind: 'problem', code };
	return inBook(
		profile,
		async (pen) => {
			const counts = month !== null && isMonth(month) ? month : monthOf(pen.nowMs);
			const id = await pen.write({ kind: 'money', way, amount, purpose, month: counts });
			return { kind: 'kept' as const, id };
		},
		now
	);
}

/** Strikes an amount out, or lets it stand again. */
export async function strikeMoney(
	profile: string,
	of: string,
	done: boolean,
	now: () => number = Date.now
): Promise<{ kind: 'kept' } | Problem | Trouble> {
	return inBook(
		profile,
		async (pen): Promise<{ kind: 'kept' } | Problem> => {
			const before = pen.book.money.find(({ id }) => id === of);
			if (!before) return { kind: 'problem', code: 'gone' };
			if (before.struck !== done) await pen.write({ kind: 'struck', of, done, taken: 0 });
			return { kind: 'kept' };
		},
		now
	);
}
