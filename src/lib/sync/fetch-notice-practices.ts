import { isScam } from '../domain/notice-rules';
import { NotOnPhone, fetchPractice } from '../offline/fetch-content';
import { db } from '../offline/database';
import { sweepNoticePractices } from '../offline/downloads/sweep-notice-practices';
import { getFile, type GotFile } from '../offline/downloads/get-file';
import { keepPractice } from '../offline/keep-content';
import { missingOf, type Scam } from '../offline/load-practice-of-notice';
import { openMedia } from '../offline/media/media-cache';
import { troubleOf } from '../offline/trouble';
import { keepLater } from './keep-later';

const PAUSE_MS = 1_500;

/** Brings the tricks that stand for her to the phone, the newest first, and frees those that nobody here has any more.
 * Ends at the first that cannot come (no line, no room): the next delivery goes on there. */
export async function fetchNoticePractices(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	await sweepNoticePractices().catch(() => {});
	const rows = await db.notices.where({ profile: profileId }).toArray();
	const tricks = rows.map(({ notice }) => notice).filter(isScam);
	// Her phone may be offline when she first opens one: the pages that play it come now.
	if (tricks.length > 0) keepLater();
	for (const trick of tricks.sort((a, b) => b.fromMs - a.fromMs)) {
		const got = await fetchScam(profileId, trick, fetch);
		if (got === 'offline' || got === 'full') return;
	}
}

/** All of one trick: its practice, then its clips and pictures, file by file. What is here is not asked for again. */
export async function fetchScam(
	profileId: string,
	trick: Scam,
	fetch: typeof globalThis.fetch
): Promise<GotFile> {
	const cache = await openMedia();
	const language = (await db.profiles.get(profileId))?.language ?? 'vi';
	if (!cache) return 'full';
	const got = await practiceOf(trick, fetch);
	if (got !== 'kept') return got;
	const practice = (await db.practices.get(trick.body.practice))?.practice;
	const deps = { fetch, cache, signal: new AbortController().signal, pauseMs: PAUSE_MS };
	let whole: GotFile = 'kept';
	for (const name of await missingOf(trick, practice, language)) {
		const file = await getFile(name, deps);
		if (file === 'offline' || file === 'full') return file;
		if (file !== 'kept') whole = file;
	}
	return whole;
}

async function practiceOf({ body }: Scam, fetch: typeof globalThis.fetch): Promise<GotFile> {
	if (await db.practices.get(body.practice)) return 'kept';
	try {
		await keepPractice(await fetchPractice(body.practice, fetch), body.practice);
		return 'kept';
	} catch (error) {
		// The server no longer has it: what stands there instead comes with the next delivery.
		if (error instanceof NotOnPhone) return error.code === 'lesson_unknown' ? 'damaged' : 'offline';
		return troubleOf(error)?.code === 'full' ? 'full' : 'offline';
	}
}
