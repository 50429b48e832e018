import { mediaOfNotice } from '../domain/media-of-notice';
import { SCAM_COURSE } from '../domain/scam-lesson';
import { db } from '../offline/database';
import { sweepNoticeMedia } from '../offline/downloads/sweep-notice-media';
import { keepMedia } from '../offline/media/keep-media';

/** Brings what her notices say and show to the phone, file by file, and frees what those that went have left. What
 * does not come now comes with the next delivery. */
export async function fetchNoticeMedia(profileId: string, fetch: typeof globalThis.fetch): Promise<void> {
	const rows = await db.notices.where({ profile: profileId }).toArray();
	await sweepNoticeMedia().catch(() => {});
	await keepMedia(
		rows.flatMap(({ notice }) => mediaOfNotice(notice.body)),
		fetch
	);
	if (rows.some(({ notice }) => notice.kind === 'scam') || (await hasTricks()))
		await import('./fetch-notice-practices').then(
			({ fetchNoticePractices }) => fetchNoticePractices(profileId, fetch),
			() => {}
		);
}

const hasTricks = async () => (await db.practices.where({ course: SCAM_COURSE }).count()) > 0;
