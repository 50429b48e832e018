import type { Fall, MissingClips, StuckQuestion } from '$lib/domain/needs';
import type { QuestionFigures } from '$lib/domain/question-figures';
import type { Rhythm } from './bar-plot';

/** What the server knows of a woman in her group; the repository's overview fits it. Times are ms since 1970. */
export type WomanSeen = {
	id: string;
	name: string;
	picture: string;
	cardIssuedAtMs: number | null;
	cardRevoked: boolean;
	phones: number;
	revokedPhones: number;
	lastSeenAtMs: number | null;
	freeBytes: number | null;
	lessons: Record<string, { state: 'begun' | 'done'; lastAtMs: number }>;
	stuck: StuckQuestion[];
	/** Tricks that she fell for when she last practised. */
	falls: Fall[];
	missing: MissingClips | null;
	badges: string[];
	/** Lessons that she heard in a group. */
	together?: string[];
};
export type GroupSeen = { id: string; name: string; place: string };

/** A course as the console lists it, its titles in the console's language. */
export type ConsoleCourse = {
	slug: string;
	title: string;
	/** `questions`: how many it asks. */
	lessons: { slug: string; title: string; questions: number }[];
};

export type Square = 'none' | 'begun' | 'done' | 'stuck';
/** One letter for each lesson of a course, so that a poll stays small on a phone that pays by the megabyte. */
const LETTERS = { none: '-', begun: 'b', done: 'd', stuck: 's' } as const satisfies Record<Square, string>;

/** A woman in her group's table, and all that her needs are told from. */
export type WomanRow = Omit<WomanSeen, 'lessons'> & {
	hasCard: boolean;
	hasLearned: boolean;
	/** By course slug: one letter a lesson (`squaresOf`). */
	squares: Record<string, string>;
};
export type GroupView = {
	group: GroupSeen;
	women: WomanRow[];
	/** Questions that somebody has answered, of lessons that are taught now. */
	questions: QuestionFigures[];
	rhythm: Rhythm;
};

/** What the group's page shows, and what it asks for again every few seconds. */
export function groupView(
	seen: { group: GroupSeen; women: WomanSeen[]; questions: QuestionFigures[] },
	courses: ConsoleCourse[],
	rhythm: Rhythm
): GroupView {
	const { id, name, place } = seen.group;
	const taught = new Set(courses.flatMap(({ lessons }) => lessons.map(({ slug }) => slug)));
	return {
		group: { id, name, place },
		women: seen.women.map((woman) => womanRow(woman, courses)),
		questions: seen.questions.filter(({ lesson }) => taught.has(lesson)),
		rhythm
	};
}

function womanRow(woman: WomanSeen, courses: ConsoleCourse[]): WomanRow {
	const { id, name, picture, cardIssuedAtMs, cardRevoked, phones, revokedPhones, lessons } = woman;
	const { lastSeenAtMs, freeBytes, stuck, falls, missing, badges, together = [] } = woman;
	const stuckIn = new Set(stuck.map(({ lesson }) => lesson));
	const letter = (lesson: string) =>
		LETTERS[stuckIn.has(lesson) ? 'stuck' : (lessons[lesson]?.state ?? 'none')];
	return {
		...{ id, name, picture, cardIssuedAtMs, cardRevoked, phones, revokedPhones },
		...{ lastSeenAtMs, freeBytes, stuck, falls, missing, badges, together },
		hasCard: cardIssuedAtMs !== null && !cardRevoked,
		hasLearned: Object.keys(lessons).length + together.length > 0,
		squares: Object.fromEntries(
			courses.map((course) => [course.slug, course.lessons.map(({ slug }) => letter(slug)).join('')])
		)
	};
}

const SQUARES = new Map(
	Object.entries(LETTERS).map(([square, letter]) => [letter as string, square as Square])
);

/** The squares that the letters stand for, one for each lesson. */
export function squaresOf(letters: string): Square[] {
	return [...letters].map((letter) => SQUARES.get(letter) ?? 'none');
}

export type Tally = Record<Square, number> & { all: number };

/** The numbers beside the squares. */
export function tally(squares: readonly Square[]): Tally {
	const counted = { none: 0, begun: 0, done: 0, stuck: 0, all: squares.length };
	for (const square of squares) counted[square]++;
	return counted;
}
