import { db } from '../database';
import type { DownloadRow } from '../rows';

/** Downloads that were running when the app was killed: offer to go on, or go on. */
export async function unfinishedDownloads(): Promise<DownloadRow[]> {
	return db.downloads.filter(({ state }) => state === 'running').toArray();
}
