import { pbCall } from '../pocketbase';
import type { Span } from './feed';

/** One woman in one group: since when, and what happened in the period. */
export type MembershipRow = {
	group: string;
	learner: string;
	joinedAtMs: number;
	active: boolean;
	/** Slugs of courses that she completed in the period, for the first time. */
	completed: string[];
	badges: number;
};

export const MEASURES = ['enrolled', 'active', 'completed', 'badges'] as const;
export type Measure = (typeof MEASURES)[number];

/** What each figure counts; the page of rules prints these, and nothing else counts. */
export const countsFor: Record<Measure, (row: MembershipRow) => boolean> = {
	enrolled: () => true,
	active: ({ active }) => active,
	completed: ({ completed }) => completed.length > 0,
	badges: ({ badges }) => badges > 0
};

export type Measured = Record<Measure, number>;

/** Women, each once, however many of the groups she is in. */
export function measured(rows: readonly MembershipRow[]): Measured {
	const count = (measure: Measure) => new Set(rows.filter(countsFor[measure]).map((row) => row.learner)).size;
	return {
		enrolled: count('enrolled'),
		active: count('active'),
		completed: count('completed'),
		badges: count('badges')
	};
}

type Row = [string, string, number, number, string[], number];

/** Everyone who was a member by the end of the period. */
export async function membershipRows({ fromMs, toMs }: Span): Promise<MembershipRow[]> {
	const path = `/api/banmay/interop/measures?from=${fromMs}&to=${toMs}`;
	const { rows } = await pbCall<{ rows: Row[] }>('GET', path);
	return rows.map(([group, learner, joinedAtMs, active, completed, badges]) => ({
		...{ group, learner, joinedAtMs, completed, badges },
		active: active === 1
	}));
}
