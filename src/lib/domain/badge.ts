import type { Catalog, CatalogCourse, CatalogLesson } from './course';
import { missingEvidence, type Demand, type Evidence } from './evidence';
import { lessonsOf } from './lessons-of';
import { mayComplete, type Progress } from './progress';

/** What a badge is given for: lessons heard to the end with all their questions, practices done, evidence. */
export type Award = {
	slug: string;
	lessons: Pick<CatalogLesson, 'slug' | 'questions'>[];
	practices: readonly string[];
	evidence: readonly Demand[];
	/** A course has a badge of its own, told as `course.completed`; others were defined by a manager. */
	isCourse: boolean;
};
export type Missing =
	{ lesson: string; questions: number[]; completed: boolean; practice?: true } | { evidence: Demand };
/** What she has done beside lessons. */
export type Done = {
	/** Lessons whose practice she has done. */
	practised: ReadonlySet<string>;
	evidence: Evidence;
};
export const nothingDone: Done = { practised: new Set(), evidence: {} };

/** Every badge that can be earned: each course's, then those that managers defined. One whose lesson is no longer
 * taught cannot be earned any more. */
export function awardsOf({ courses, achievements = [] }: Pick<Catalog, 'courses' | 'achievements'>): Award[] {
	const known = new Map(courses.flatMap(lessonsOf).map((lesson) => [lesson.slug, lesson]));
	const made = achievements.flatMap(({ slug, lessons, practices, evidence = [] }): Award[] => {
		const found = lessons.flatMap((lesson) => known.get(lesson) ?? []);
		return found.length === lessons.length
			? [{ slug, lessons: found, practices, evidence, isCourse: false }]
			: [];
	});
	return [...courses.map(awardOf), ...made];
}

export const awardOf = (course: CatalogCourse): Award => ({
	slug: course.slug,
	lessons: lessonsOf(course),
	practices: [],
	evidence: [],
	isCourse: true
});

/**
 * What still lacks: every lesson completed and each of its questions answered rightly, each practice done, evidence
 * enough. The same rule runs on the phone ("earned on this phone") and on the server ("confirmed").
 * @returns an empty list when the badge is earned
 */
export function missingFor(award: Award, progress: Progress, { practised, evidence }: Done): Missing[] {
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
		...practices.map((lesson) => ({ lesson, questions: [], completed: true, practice: true as const })),
		...missingEvidence(award.evidence, evidence).map((demand) => ({ evidence: demand }))
	];
}

/** What still lacks for a course's badge. */
export const missingForBadge = (course: CatalogCourse, progress: Progress): Missing[] =>
	missingFor(awardOf(course), progress, nothingDone);

/** Slugs of the lessons among what lacks, each once. */
export const lessonsIn = (missing: Missing[]): string[] => [
	...new Set(missing.flatMap((one) => ('lesson' in one ? one.lesson : [])))
];
export const evidenceOf = (missing: Missing[]): Demand[] =>
	missing.flatMap((one) => ('evidence' in one ? one.evidence : []));

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
