import { mediaOfPractice } from '../../domain/media-of-practice';
import type { Practice } from '../../domain/practice';
import { db } from '../database';
import { fetchPractice, type Fetch } from '../fetch-content';
import { keepPractice } from '../keep-content';
import { mediaHere, openMedia } from '../media/media-cache';
import { bringMedia } from './bring-media';
import { freeMedia } from './free-media';
import { wholeIn } from './whole-in';

/** As `renewLesson`, for a practice. @returns whether the newer one is here @throws NotOnPhone */
export async function renewPractice(hash: string, fetch: Fetch): Promise<boolean> {
	const practice = await fetchPractice(hash, fetch);
	const all = await db.practices.where({ lesson: practice.lesson }).toArray();
	const older = all.filter((row) => row.hash !== hash);
	const here = await mediaHere(await openMedia());
	const languages = older.flatMap((row) => wholeIn(languagesOf(row.practice), mediaIn(row.practice), here));
	if (!(await bringMedia([...new Set(languages)].flatMap(mediaIn(practice)), fetch))) return false;
	await keepPractice(practice, hash);
	await db.practices.bulkDelete(older.map((row) => row.hash));
	await freeMedia(older.flatMap((row) => languagesOf(row.practice).flatMap(mediaIn(row.practice))));
	return true;
}

const languagesOf = ({ done }: Practice) => Object.keys(done);
const mediaIn = (practice: Practice) => (language: string) => mediaOfPractice(practice, language);
