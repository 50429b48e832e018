import type { ConsoleCourse, GroupView } from './group-view';

/** In the place of a course's slug: all of them side by side. A slug has no such sign. */
export const ALL = '*';

/** The course that was asked for, else the one that most women are in the middle of, else the first; '' for none. */
export function courseToShow(courses: ConsoleCourse[], view: GroupView, asked: string | null): string {
	if (asked === ALL || courses.some(({ slug }) => slug === asked)) return asked as string;
	const inTheMiddle = (course: ConsoleCourse) =>
		view.women.filter((woman) => /[bs]/.test(woman.squares[course.slug] ?? '')).length;
	const most = courses.reduce<ConsoleCourse | undefined>(
		(best, course) => (best && inTheMiddle(best) >= inTheMiddle(course) ? best : course),
		undefined
	);
	return most?.slug ?? '';
}
