import type { Catalog, CatalogCourse, CatalogLesson } from './course';
import { lessonsOf } from './lessons-of';
import { mayComplete, type Progress } from './progress';

/** What a badge is given for: lessons heard to the end with all their questions, and practices done. */
export type Award = {
	slug: string;
	lessons: Pick<CatalogLesson, 'slug' | 'questions'>[];
	practices: readonly string[];
	/** A course has a badge of its own, told as `course.completed`; others were defined by a manager. */
	isCourse: boolean;
};
export type Missing = { lesson: string; questions: number[]; completed: boolean; practice?: true };

/** Every badge that can be earned: each course's, then those that managers defined. One whose lesson is no longer
 * taught cannot be earned any more. */
export function awardsOf({ courses, achievements = [] }: Pick<Catalog, 'courses' | 'achievements'>): Award[] {
	const known = new Map(courses.flatMap(lessonsOf).map((lesson) => [lesson.slug, lesson]));
	const made = achievements.flatMap(({ slug, lessons, practices }): Award[] => {
		const found = lessons.flatMap((lesson) => known.get(lesson) ?? []);
		return found.length === lessons.length ? [{ slug, lessons: found, practices, isCourse: false }] : [];
	});
	return [...courses.map(awardOf), ...made];
}

export const awardOf = (course: CatalogCourse): Award => ({
	slug: course.slug,
	lessons: lessonsOf(course),
	practices: [],
	isCourse: true
});

/**
 * What still lacks: every lesson completed and each of its questions answered rightly, each practice done. The same
 * rule runs on the phone ("earned on this phone") and on the server ("confirmed").
 * @param practised lessons whose practice she has done
 * @returns an empty list when the badge is earned
 */
export function missingFor(award: Award, progress: Progress, practised: ReadonlySet<string>): Missing[] {
	const lessons = award.lessons.flatMap((lesson) => {
		const done = progress.lessons[lesson.slug];
		const completed = done?.completedAtMs != null;
		const questions = lesson.questions.filter((question) => done?.questions[question]?.right !== true);
		return completed && mayComplete({ cards: [], questions: lesson.questions }, done)
			? []
			: [{ lesson: lesson.slug, questions, completed }];
	});
	const practices = award.practices.filter((lesson) => !practised.has(lesson));
	return [
		...lessons,
		...practices.map((lesson) => ({ lesson, questions: [], completed: true, practice: true as const }))
	];
}

/** What still lacks for a course's badge. */
export const missingForBadge = (course: CatalogCourse, progress: Progress): Missing[] =>
	missingFor(awardOf(course), progress, new Set());

/** A badge as its holder sees it. `issued` badges were confirmed by the server's own fold of the same events. */
export type Badge = {
	/** The course's slug, or that of the badge that a manager defined. */
	course: string;
	earnedAtMs: number;
	state: 'earned' | 'issued';
	/** The server's id, once issued. */
	id?: string;
	/** What was signed, once it is here: shown and checked without a network. */
	signed?: SignedBadge;
};

/** Her badge as a signed JWT, and what opens the name in it: she hands that out herself. */
export type SignedBadge = { jwt: string; holder: string; nameSalt: string };
