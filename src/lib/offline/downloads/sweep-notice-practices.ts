import { mediaOfPractice } from '../../domain/media-of-practice';
import { isScam } from '../../domain/notice-rules';
import { SCAM_COURSE } from '../../domain/scam-lesson';
import { db } from '../database';
import { mediaUrl, openMedia } from '../media/media-cache';
import { namedMedia } from './sweep-media';

/** Frees the tricks that stand for nobody on this phone any more, with those of their files that nothing else names. */
export async function sweepNoticePractices(): Promise<void> {
	const notices = (await db.notices.toArray()).map(({ notice }) => notice);
	const standing = new Set(notices.filter(isScam).map(({ body }) => body.practice));
	const rows = await db.practices.where({ course: SCAM_COURSE }).toArray();
	const gone = rows.filter(({ hash }) => !standing.has(hash));
	if (gone.length === 0) return;
	await db.practices.bulkDelete(gone.map(({ hash }) => hash));
	const files = gone.flatMap(({ practice }) =>
		Object.keys(practice.done).flatMap((language) => mediaOfPractice(practice, language))
	);
	const named = await namedMedia();
	const cache = await openMedia();
	for (const name of new Set(files)) if (!named.has(name)) await cache?.delete(mediaUrl(name));
}
