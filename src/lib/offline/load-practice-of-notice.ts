import type { NoticeOf } from '../domain/notice';
import { isScam } from '../domain/notice-rules';
import { mediaOfPractice } from '../domain/media-of-practice';
import type { Practice } from '../domain/practice';
import { db } from './database';
import { loadNotices } from './load-notices';
import { mediaHere, openMedia } from './media/media-cache';

export type Scam = NoticeOf<'scam'>;
export type LoadedScam =
	| { kind: 'here'; notice: Scam; practice: Practice; isHeard: boolean }
	/** Not all of it is on the phone. */
	| { kind: 'coming'; notice: Scam }
	/** It has ended, was taken back, or was never hers. */
	| { kind: 'gone' };

/** A trick as it stands for her now. */
export async function loadScam(
	profile: string,
	id: string,
	now: () => number = Date.now
): Promise<LoadedScam> {
	const { notices, heard } = await loadNotices(profile, now);
	const notice = notices.filter(isScam).find((one) => one.id === id);
	if (!notice) return { kind: 'gone' };
	const language = (await db.profiles.get(profile))?.language ?? 'vi';
	const row = await db.practices.get(notice.body.practice);
	const missing = await missingOf(notice, row?.practice, language);
	if (!row || missing.length > 0) return { kind: 'coming', notice };
	return { kind: 'here', notice, practice: row.practice, isHeard: heard.has(id) };
}

/** Files of a trick that are not here yet; those of a practice that is not here are not known. */
export async function missingOf(
	{ body }: Scam,
	practice: Practice | undefined,
	language: string
): Promise<string[]> {
	const here = await mediaHere(await openMedia());
	const wanted = [body.picture, body.title.clip, ...(practice ? mediaOfPractice(practice, language) : [])];
	return [...new Set(wanted)].filter((name) => !here.has(name));
}
