import { lessonsOf } from '$lib/domain/course';
import { refuse } from '$lib/server/errors';
import { currentlyPublished } from '$lib/studio/server/current';
import { soundOfCourse } from '$lib/studio/server/loudspeaker/sound-of';
import { soundResponse } from '$lib/studio/server/loudspeaker/sound-response';
import { readLessons } from '$lib/studio/server/read-lesson';
import { languageAsked } from '$lib/studio/server/language-asked';
import type { RequestHandler } from './$types';

const NAME = /^([a-z0-9-]+)\.mp3$/;

/** A course off the phone: as sound for a loudspeaker (`?language=en`, `?module=<slug>`). */
export const GET: RequestHandler = async ({ request, params, url }) => {
	const [, slug] = NAME.exec(params.file) ?? [];
	const { published } = await currentlyPublished();
	const course = published.catalog.courses.find((one) => one.slug === slug);
	if (!course) return refuse('course_unknown');
	const asked = url.searchParams.get('module');
	const modules = course.modules.filter((module) => asked === null || module.slug === asked);
	if (modules.length === 0) return refuse('course_unknown');
	const language = languageAsked(url);
	const name = [course.slug, asked, language].filter(Boolean).join('-');
	const lessons = await readLessons(lessonsOf(course).map(({ hash }) => hash));
	return soundResponse(request, name, () => soundOfCourse(course, modules, lessons, language), false);
};
