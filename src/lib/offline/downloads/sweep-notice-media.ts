import { mediaOfNotice } from '../../domain/media-of-notice';
import { db } from '../database';
import { mediaUrl, openMedia } from '../media/media-cache';
import { namedMedia } from './sweep-media';

const KEY = 'notice-media';

/** Frees the files of notices that are here no longer for anybody, and of nothing else. */
export async function sweepNoticeMedia(): Promise<void> {
	const rows = await db.notices.toArray();
	const now = new Set(rows.flatMap(({ notice }) => mediaOfNotice(notice.body)));
	const before = ((await db.meta.get(KEY))?.value ?? []) as string[];
	const gone = before.filter((name) => !now.has(name));
	if (gone.length === 0 && now.size === before.length) return;
	const cache = await openMedia();
	const named = gone.length > 0 ? await namedMedia() : new Set<string>();
	for (const name of gone) if (!named.has(name)) await cache?.delete(mediaUrl(name));
	await db.meta.put({ key: KEY, value: [...now] });
}
