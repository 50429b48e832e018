import type { Catalog, CatalogCourse } from '../../src/lib/domain/course';
import type { Lesson } from '../../src/lib/domain/lesson';

type At = { origin: string };

/** What the house teaches, asked of the house itself: the right answers are in it. */
export async function catalogOf({ origin }: At): Promise<Catalog> {
	return json(`${origin}/api/catalog`);
}

export async function lessonsOf(at: At, course: CatalogCourse): Promise<Lesson[]> {
	const listed = course.modules.flatMap((module) => module.lessons);
	return Promise.all(listed.map(({ hash }) => json<Lesson>(`${at.origin}/api/lessons/${hash}.json`)));
}

/** The first course with its lessons, in the order in which they are learned. */
export async function firstCourse(at: At): Promise<{ course: CatalogCourse; lessons: Lesson[] }> {
	const course = (await catalogOf(at)).courses[0]!;
	return { course, lessons: await lessonsOf(at, course) };
}

/** The clip in which the interface says this sentence. */
export async function clipOf({ origin }: At, text: string): Promise<string> {
	const { clips } = await json<{ clips: Record<string, { clip: string }> }>(`${origin}/api/voices/vi.json`);
	const found = clips[text]?.clip;
	if (!found) throw new Error(`No clip says “${text}”.`);
	return found;
}

async function json<T>(url: string): Promise<T> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return (await response.json()) as T;
}
