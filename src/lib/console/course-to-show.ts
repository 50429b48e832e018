import type { ConsoleCourse, GroupView } from './group-view';

/** The course that was asked for, else the one that most women are in the middle of, else the first. */
export function courseToShow(
	courses: ConsoleCourse[],
	view: GroupView,
	asked: string | null
): ConsoleCourse | undefined {
	const named = courses.find((course) => course.slug === asked);
	if (named) return named;
	const inTheMiddle = (course: ConsoleCourse) =>
		view.women.filter((woman) => /[bs]/.test(woman.squares[course.slug] ?? '')).length;
	return courses.reduce<ConsoleCourse | undefined>(
		(best, course) => (best && inTheMiddle(best) >= inTheMiddle(course) ? best : course),
		undefined
	);
}
