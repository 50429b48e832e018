import type { Catalog, CatalogCourse, CatalogLesson } from '$lib/domain/course';
import { activityTypes } from './verbs';
import type { Activity } from './statement';

type Titled = { title: CatalogCourse['title'] };

/** What statements are about: every id is an address that a person can open. */
export class Activities {
	readonly #lessons = new Map<string, { lesson: CatalogLesson; course: CatalogCourse }>();
	readonly #courses = new Map<string, CatalogCourse>();

	constructor(
		catalog: Catalog,
		readonly origin: string
	) {
		for (const course of catalog.courses) {
			this.#courses.set(course.slug, course);
			for (const { lessons } of course.modules)
				for (const lesson of lessons) this.#lessons.set(lesson.slug, { lesson, course });
		}
	}

	/** All that is taught here: what a woman joins. */
	programme = (): Activity => {
		const { id, definition } = this.#activity('/', activityTypes.course);
		return { objectType: 'Activity', id, definition: { ...definition, name: { vi: 'Bản Mây' } } };
	};

	course = (slug: string): Activity =>
		this.#activity(`/courses/${slug}`, activityTypes.course, this.#courses.get(slug));

	lesson = (slug: string): Activity =>
		this.#activity(`/lessons/${slug}`, activityTypes.lesson, this.#lessons.get(slug)?.lesson);

	question = (lesson: string, number: number): Activity => {
		const { id } = this.lesson(lesson);
		const definition = { type: activityTypes.question, interactionType: 'other' as const };
		return { objectType: 'Activity', id: `${id}#question-${number}`, definition };
	};

	practice = (slug: string): Activity => this.#activity(`/practice/${slug}`, activityTypes.simulation);

	badge = (course: string): Activity =>
		this.#activity(`/achievements/${course}`, activityTypes.badge, this.#courses.get(course));

	/** Says which rules the statement keeps; the address explains them. */
	profile = (): Activity => this.#activity('/api/v1/xapi', activityTypes.profile);

	/** The course of a lesson; undefined once it was taken out of the catalogue. */
	courseOf = (lesson: string): string | undefined => this.#lessons.get(lesson)?.course.slug;

	#activity(path: string, type: string, titled?: Titled): Activity {
		const name = titled && namesOf(titled);
		return {
			objectType: 'Activity',
			id: this.origin + path,
			definition: { type, ...(name ? { name } : {}) }
		};
	}
}

const namesOf = ({ title }: Titled): Record<string, string> =>
	Object.fromEntries(Object.entries(title).map(([language, { text }]) => [language, text]));
