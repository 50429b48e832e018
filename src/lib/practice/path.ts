import type { Part } from '$lib/domain/practice';
import { metaOf } from './engines';

/** Longer ways than this are a fault of the content. */
export const LONGEST = 300;

/** The moves that lead to a part's end when each is the hint. */
export function pathFrom(part: Part, state: unknown): string[] {
	const { model } = metaOf(part);
	const moves: string[] = [];
	for (let now = state; moves.length < LONGEST;) {
		const move = model.hint(part, now);
		if (move === undefined) return moves;
		moves.push(move);
		now = model.step(part, now, move).state;
	}
	return moves;
}
