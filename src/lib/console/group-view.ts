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
	lessons: Record<string, { state: 'begun' | 'done'; lastAtMs: number }>;
	stuck: { lesson: string; question: number; wrong: number }[];
	/** Tricks that she fell for when she last practised. */
	falls?: Fall[];
	badges: string[];
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

export type Fall = { lesson: string; trick: string; lastAtMs: number };
export type Stuck = { lesson: string; question: number; wrong: number; sinceMs: number };
export type WomanRow = {
	id: string;
	name: string;
	picture: string;
	lastSeenAtMs: number | null;
	phones: number;
	revokedPhones: number;
	hasCard: boolean;
	/** By course slug: one letter a lesson (`squaresOf`). */
	squares: Record<string, string>;
	stuck: Stuck[];
	falls: Fall[];
	badges: string[];
};
export type GroupView = { group: GroupSeen; women: WomanRow[] };

/** What the group's page shows, and what it asks for again every few seconds. */
export function groupView(
	seen: { group: GroupSeen; women: WomanSeen[] },
	courses: ConsoleCourse[]
): GroupView {
	const { id, name, place } = seen.group;
	return { group: { id, name, place }, women: seen.women.map((woman) => womanRow(woman, courses)) };
}

function womanRow(woman: WomanSeen, courses: ConsoleCourse[]): WomanRow {
	const { id, name, picture, lastSeenAtMs, phones, revokedPhones, badges } = woman;
	const hasCard = woman.cardIssuedAtMs !== null && !woman.cardRevoked;
	const stuckIn = new Set(woman.stuck.map((stuck) => stuck.lesson));
	const letter = (lesson: string) =>
		LETTERS[stuckIn.has(lesson) ? 'stuck' : (woman.lessons[lesson]?.state ?? 'none')];
	const squares = Object.fromEntries(
		courses.map((course) => [course.slug, course.lessons.map((lesson) => letter(lesson.slug)).join('')])
	);
	const stuck = woman.stuck.map((one) => ({
		...one,
		sinceMs: woman.lessons[one.lesson]?.lastAtMs ?? woman.lastSeenAtMs ?? 0
	}));
	const { falls = [] } = woman;
	return { id, name, picture, lastSeenAtMs, phones, revokedPhones, hasCard, squares, stuck, falls, badges };
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
