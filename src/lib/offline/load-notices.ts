import { isCurrent, likelyMs, newestFirst, type Heard } from '../domain/notice-rules';
import type { Notice } from '../domain/notice';
import { clockOf } from './clock-of';
import { db } from './database';

export type HerNotices = { notices: Notice[]; heard: Heard };

/** Her notices that stand now, newest first, and which she has heard, on whichever phone. */
export async function loadNotices(profileId: string, now: () => number = Date.now): Promise<HerNotices> {
	const rows = await db.notices.where({ profile: profileId }).toArray();
	if (rows.length === 0) return { notices: [], heard: new Set() };
	const atMs = likelyMs(await clockOf(profileId, now()));
	const notices = rows.map(({ notice }) => notice).filter((notice) => isCurrent(notice, atMs));
	return { notices: notices.sort(newestFirst), heard: await loadHeard(profileId) };
}

/** From her events, so that what she heard on another phone of hers is heard here too. */
async function loadHeard(profileId: string): Promise<Heard> {
	const heard = new Set<string>();
	await db.events
		.where('[profile+kind]')
		.equals([profileId, 'notice.heard'])
		.each((event) => event.kind === 'notice.heard' && heard.add(event.data.notice));
	return heard;
}
