import { lessonsOf } from '../domain/lessons-of';
import { db } from '../offline/database';
import { fetchCatalog, type Fetch } from '../offline/fetch-content';
import { keepCatalog } from '../offline/keep-content';
import { renewLesson } from '../offline/renew/renew-lesson';
import { renewPractice } from '../offline/renew/renew-practice';
import { renewVoices } from '../offline/renew/renew-voices';

type WithSaver = Navigator & { connection?: { saveData?: boolean } };
/** Of a course that was written anew she gets some lessons at a time: a lesson weighs 150 kB at most. A sentence that
 * somebody recorded is one file in one lesson. */
const MOST_AT_ONCE = 4;

/**
 * Brings to this phone what has been published anew of what is on it: lessons, practices and the app's own sentences.
 * What is here stays until the newer is whole; nothing comes that she has not. Not when her browser saves data. What
 * does not come now comes with a later delivery.
 */
export async function fetchRenewed(fetch: Fetch): Promise<void> {
	if ((globalThis.navigator as WithSaver | undefined)?.connection?.saveData) return;
	const catalog = await fetchCatalog(fetch);
	await keepCatalog(catalog);
	for (const { language } of await db.voices.toArray()) await renewVoices(language, fetch);
	const listed = catalog.courses.flatMap((course) => [
		...lessonsOf(course),
		...(course.check ? [course.check] : [])
	]);
	let left = MOST_AT_ONCE;
	for (const { slug, hash, practice } of listed) {
		const isOld = await isOlder(db.lessons.where({ slug }).primaryKeys(), hash);
		if (isOld && left-- > 0 && !(await renewLesson(hash, fetch))) return;
		const isOldPractice =
			practice && (await isOlder(db.practices.where({ lesson: slug }).primaryKeys(), practice.hash));
		if (isOldPractice && left-- > 0 && !(await renewPractice(practice.hash, fetch))) return;
		if (left <= 0) return;
	}
}

/** It is here, in another version than this one. */
async function isOlder(kept: PromiseLike<string[]>, hash: string): Promise<boolean> {
	const hashes = await kept;
	return hashes.length > 0 && !hashes.includes(hash);
}
