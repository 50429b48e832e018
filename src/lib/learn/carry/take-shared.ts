/** Where the worker lays a file that another app shared with this one (src/service-worker/shared-file.ts). */
const INBOX = 'carry-inbox';
const PLACE = '/carry/shared';

/** The file that the phone's sharing has brought here, once. */
export async function takeShared(): Promise<Blob | undefined> {
	if (typeof caches === 'undefined') return undefined;
	const inbox = await caches.open(INBOX);
	const kept = await inbox.match(PLACE);
	await inbox.delete(PLACE);
	return kept?.blob();
}
