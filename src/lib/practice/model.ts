import type { Engine, PartOf } from '$lib/domain/practice';
import type { SpokenByLanguage } from '$lib/domain/media';

/** What a move was: it goes on, it does not (kindly), or it only looks, listens or takes back. */
export type Verdict = 'right' | 'wrong' | 'free';

export type Outcome<S> = {
	state: S;
	verdict: Verdict;
	/** Said about it. */
	says?: SpokenByLanguage;
	/** Name of the trick that she fell for. */
	trick?: string;
	/** A number that looks real was typed: which kind. It is not kept. */
	real?: RealLook;
};
export type RealLook = 'phone' | 'card' | 'id' | 'otp' | 'account';

/**
 * A simulator's rules: pure, without clock or chance. Moves are words (`bin:safe`, `next`), so that hints, the
 * keyboard and "show me" are the same for all.
 */
export type Model<E extends Engine, S> = {
	start(part: PartOf<E>): S;
	/** What a move does; one that means nothing here changes nothing. */
	step(part: PartOf<E>, state: S, move: string): Outcome<S>;
	/** A move that goes on from here; undefined when the part is done. Following it always ends. */
	hint(part: PartOf<E>, state: S): string | undefined;
};

export const stay = <S>(state: S): Outcome<S> => ({ state, verdict: 'free' });
export const right = <S>(state: S, says?: SpokenByLanguage): Outcome<S> => ({
	state,
	verdict: 'right',
	says
});
export const wrong = <S>(state: S, says?: SpokenByLanguage, trick?: string): Outcome<S> => ({
	state,
	verdict: 'wrong',
	says,
	trick
});

/** `bin:safe` -> `safe`, when the move is of this kind. */
export function moved(move: string, kind: string): string | undefined {
	return move.startsWith(`${kind}:`) ? move.slice(kind.length + 1) : undefined;
}

/** The item that a move names by its number. */
export function numbered<T>(
	move: string,
	kind: string,
	list: readonly T[]
): { n: number; item: T } | undefined {
	const name = moved(move, kind);
	const n = name && /^\d+$/.test(name) ? Number(name) : -1;
	const item = list[n];
	return item === undefined ? undefined : { n, item };
}
