import { mediaOf } from '../../domain/media-of';
import type { Lesson } from '../../domain/lesson';
import { db } from '../database';
import { fetchLesson, type Fetch } from '../fetch-content';
import { keepLesson } from '../keep-content';
import { mediaHere, openMedia } from '../media/media-cache';
import { bringMedia } from './bring-media';
import { freeMedia } from './free-media';
import { wholeIn } from './whole-in';

/**
 * Puts the version of this hash in the place of the one that is on this phone. What was here whole, and can be heard
 * without a line, is kept until the newer one is here whole as well: only files that it does not share are fetched.
 * @returns whether the newer one is here @throws NotOnPhone
 */
export async function renewLesson(hash: string, fetch: Fetch): Promise<boolean> {
	const lesson = await fetchLesson(hash, fetch);
	const older = (await db.lessons.where({ slug: lesson.slug }).toArray()).filter((row) => row.hash !== hash);
	const here = await mediaHere(await openMedia());
	const languages = older.flatMap((row) => wholeIn(languagesOf(row.lesson), mediaIn(row.lesson), here));
	if (!(await bringMedia([...new Set(languages)].flatMap(mediaIn(lesson)), fetch))) return false;
	await keepLesson(lesson, hash);
	await db.lessons.bulkDelete(older.map((row) => row.hash));
	await freeMedia(older.flatMap((row) => languagesOf(row.lesson).flatMap(mediaIn(row.lesson))));
	return true;
}

const languagesOf = ({ title }: Lesson) => Object.keys(title);
const mediaIn = (lesson: Lesson) => (language: string) => mediaOf(lesson, language);
