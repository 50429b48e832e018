import { lessonsOf } from '$lib/domain/course';
import { refuse } from '$lib/server/errors';
import { env } from '$lib/server/env';
import { currentlyPublished } from '$lib/studio/server/current';
import { soundOfCourse } from '$lib/studio/server/loudspeaker/sound-of';
import type { SoundForm } from '$lib/studio/server/loudspeaker/forms';
import { soundResponse } from '$lib/studio/server/loudspeaker/sound-response';
import { readLessons } from '$lib/studio/server/read-lesson';
import { languageAsked } from '$lib/studio/server/language-asked';
import { keptPack } from '$lib/studio/server/pack/kept-pack';
import { packResponse } from '$lib/studio/server/pack/pack-response';
import type { RequestHandler } from './$types';

const NAME = /^([a-z0-9-]+)\.(mp3|opus|banmay)$/;

/** A course off the phone: as sound for a loudspeaker (`?language=en`, `?module=<slug>`), or as a pack that another
 * server imports. */
export const GET: RequestHandler = async ({ request, params, url }) => {
	const [, slug, form] = NAME.exec(params.file) ?? [];
	const { published } = await currentlyPublished();
	const course = published.catalog.courses.find((one) => one.slug === slug);
	if (!course) return refuse('course_unknown');
	if (form === 'banmay')
		return packResponse(request, course.slug, await keptPack(course, env.origin ?? url.origin));
	const asked = url.searchParams.get('module');
	const modules = course.modules.filter((module) => asked === null || module.slug === asked);
	if (modules.length === 0) return refuse('course_unknown');
	const language = languageAsked(url);
	const name = [course.slug, asked, language].filter(Boolean).join('-');
	const lessons = await readLessons(lessonsOf(course).map(({ hash }) => hash));
	const make = (form: SoundForm) => soundOfCourse(course, modules, lessons, language, form);
	return soundResponse(request, { name, form: form === 'opus' ? form : 'mp3' }, make, false);
};
