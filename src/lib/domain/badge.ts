import type { CatalogCourse } from './course';
import { lessonsOf } from './lessons-of';
import { mayComplete, type Progress } from './progress';

export type Missing = { lesson: string; questions: number[]; completed: boolean };

/**
 * What still lacks for the course's badge: every lesson completed and each of its questions answered rightly.
 * The same rule runs on the phone ("earned on this phone") and on the server ("confirmed").
 * @returns an empty list when the badge is earned
 */
export function missingForBadge(course: CatalogCourse, progress: Progress): Missing[] {
	return lessonsOf(course).flatMap((lesson) => {
		const done = progress.lessons[lesson.slug];
		const completed = done?.completedAtMs != null;
		const questions = lesson.questions.filter((question) => done?.questions[question]?.right !== true);
		return completed && mayComplete({ cards: [], questions: lesson.questions }, done)
			? []
			: [{ lesson: lesson.slug, questions, completed }];
	});
}

/** A badge as its holder sees it. `issued` badges were confirmed by the server's own fold of the same events. */
export type Badge = {
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
