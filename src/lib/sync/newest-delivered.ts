import { listOwed } from './list-owed';
import type { Profile } from '../offline/rows';

/**
 * The newest event of hers that the server is thought to have: what the next ones build on. It tells a server that
 * was put back to an older copy, and then filled by a copy of this phone, from the one that was answered by before.
 */
export async function newestDelivered(
	profile: Pick<Profile, 'id' | 'device' | 'watermark'>
): Promise<{ id: string; seq: number } | undefined> {
	if (profile.watermark === 0) return undefined;
	const [newest] = await listOwed({ ...profile, watermark: profile.watermark - 1 }, 1);
	return newest && { id: newest.id, seq: newest.seq };
}
