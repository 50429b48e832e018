import type { QuestionFigures } from '$lib/domain/question-figures';
import { lastWeeks, weekStartMs } from '$lib/domain/week';
import { pbCall } from '../pocketbase';
import { clipsSince, giveTroubles, noTroubles, type TroubleRows, type Troubles } from './troubles';

/** Women who were in the groups then, who of them were there, and lessons done for the first time, in one week. */
export type WeekFigures = { week: number; women: number; active: number; done: number };

/** The weeks that a page looks back on; pb_hooks/lib/seeing-sql.js has the same number. */
export const WEEKS_SHOWN = 10;

export type WomanToSee = Troubles & {
	id: string;
	name: string;
	picture: string;
	/** Those of the asked groups that she is in. */
	groups: string[];
	cardIssuedAtMs: number | null;
	cardRevoked: boolean;
	phones: number;
	revokedPhones: number;
	lastSeenAtMs: number | null;
	hasLearned: boolean;
};
type Row = Omit<WomanToSee, keyof Troubles>;

/** Every woman of these groups with all that her needs are told from, in one round trip. */
export async function womenToSee(groups: string[], nowMs = Date.now()): Promise<WomanToSee[]> {
	const found = await pbCall<TroubleRows & { women: Row[] }>('POST', '/api/banmay/seeing/needs', {
		groups,
		clipsSince: clipsSince(nowMs)
	});
	const women = new Map(found.women.map((row) => [row.id, { ...womanFrom(row), ...noTroubles() }]));
	giveTroubles(women, found);
	return [...women.values()];
}

const womanFrom = (row: Row): Row => ({
	...row,
	cardIssuedAtMs: row.cardIssuedAtMs || null,
	cardRevoked: Boolean(row.cardRevoked),
	lastSeenAtMs: row.lastSeenAtMs || null,
	hasLearned: Boolean(row.hasLearned)
});

export type WeekRows = Record<'active' | 'done' | 'members', [week: number, n: number][]>;
export type QuestionRows = [lesson: string, question: number, answered: number, rightFirst: number][];
type GroupRows = { [K in keyof WeekRows]: [group: string, ...WeekRows[K][number]][] };

export type WeeksOfGroups = {
	/** Over all of the groups; each woman counts once. */
	women: number;
	weeks: WeekFigures[];
	questions: QuestionFigures[];
	byGroup: Map<string, WeekFigures[]>;
};

/** The last weeks and all questions of these groups, together and each by itself. */
export async function weeksOfGroups(groups: string[], nowMs = Date.now()): Promise<WeeksOfGroups> {
	const found = await pbCall<
		WeekRows & { women: { n: number }; questions: QuestionRows; byGroup: GroupRows }
	>('POST', '/api/banmay/seeing/weeks', { groups, ...weeksFrom(nowMs) });
	const of = <K extends keyof WeekRows>(kind: K, group: string) =>
		found.byGroup[kind].flatMap(([id, week, n]): [number, number][] => (id === group ? [[week, n]] : []));
	return {
		women: found.women.n,
		weeks: weeksFromRows(found, nowMs),
		questions: questionsFrom(found.questions),
		byGroup: new Map(
			groups.map((id) => {
				const rows = { active: of('active', id), done: of('done', id), members: of('members', id) };
				return [id, weeksFromRows(rows, nowMs)];
			})
		)
	};
}

/** What the statements about weeks are to begin with. */
export function weeksFrom(nowMs: number): { fromWeek: number; fromMs: number } {
	const [fromWeek = 0] = lastWeeks(WEEKS_SHOWN, nowMs);
	return { fromWeek, fromMs: weekStartMs(fromWeek) };
}

/** Every one of the last weeks, also those in which nothing happened. */
export function weeksFromRows({ active, done, members }: WeekRows, nowMs: number): WeekFigures[] {
	const [there, lessons, women] = [new Map(active), new Map(done), new Map(members)];
	return lastWeeks(WEEKS_SHOWN, nowMs).map((week) => ({
		week,
		women: women.get(week) ?? 0,
		active: there.get(week) ?? 0,
		done: lessons.get(week) ?? 0
	}));
}

export const questionsFrom = (rows: QuestionRows): QuestionFigures[] =>
	rows.map(([lesson, question, answered, rightFirst]) => ({ lesson, question, answered, rightFirst }));

/** How a woman did with a question: her first answer, and all since. */
export type AnswersTo = {
	lesson: string;
	question: number;
	answers: number;
	wrong: number;
	/** Rightly at some time. */
	right: boolean;
	rightFirst: boolean;
	lastAtMs: number;
	/** How often it was heard again after its lesson, and how the last time was. */
	reviews: number;
	rightLast: boolean;
};

/** Every question that a woman has answered. */
export async function answersOf(learner: string): Promise<AnswersTo[]> {
	type Row = [string, number, number, number, number, number, number, number, number];
	const { answers: rows } = await pbCall<{ answers: Row[] }>(
		'GET',
		`/api/banmay/learners/${learner}/answers`
	);
	return rows.map(([lesson, question, answers, wrong, right, rightFirst, lastAtMs, reviews, rightLast]) => ({
		...{ lesson, question, answers, wrong, lastAtMs, reviews },
		right: right === 1,
		rightFirst: rightFirst === 1,
		rightLast: rightLast === 1
	}));
}
