import type { Practice } from '../domain/practice';
import { lessonsOf } from '../domain/lessons-of';
import { phoneFirst } from './content';
import { fetchCurrentPractice, type Fetch } from './fetch-content';
import { soon } from './soon';

export type LoadedPractice = { practice: Practice; hash: string };

/**
 * The practice of a lesson: the phone's copy first, refreshed for the next time, then the network. Not part of
 * `content.ts`, which every first visit carries.
 * @throws NotOnPhone
 */
export function loadPractice(lesson: string, fetch: Fetch): Promise<LoadedPractice> {
	return phoneFirst(
		() => keptPractice(lesson, fetch),
		() => fetchCurrentPractice(lesson, fetch)
	);
}

async function keptPractice(lesson: string, fetch: Fetch): Promise<LoadedPractice | undefined> {
	const { db } = await import('./database');
	const courses = (await db.catalog.get('current'))?.catalog.courses ?? [];
	const hash = courses.flatMap(lessonsOf).find(({ slug }) => slug === lesson)?.practice?.hash;
	const newest = hash && (await db.practices.get(hash));
	const row = newest || (await db.practices.where({ lesson }).first());
	if (hash && row && !newest)
		soon(`practice ${lesson}`, async () =>
			(await import('./renew/renew-practice')).renewPractice(hash, fetch)
		);
	return row && { practice: row.practice, hash: row.hash };
}
