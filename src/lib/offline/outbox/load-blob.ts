import { db } from '../database';

/** What she recorded or photographed, as long as this phone has it. */
export async function loadBlob(profile: string, sha256: string): Promise<Blob | undefined> {
	return (await db.outbox.get([profile, sha256]))?.blob;
}
