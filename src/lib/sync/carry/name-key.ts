import { keyAsText } from '../../domain/carry/keys';
import { keyOfDevice } from '../../offline/carry/key-of-device';
import { db } from '../../offline/database';
import { post } from '../post';

/**
 * Tells the server which key this device signs with, and makes it first where there is none: at the first delivery
 * after she has joined. What does not arrive is told with the next one.
 */
export async function nameKey(
	profileId: string,
	fetch: typeof globalThis.fetch,
	now: () => number = Date.now
): Promise<void> {
	const device = (await db.profiles.get(profileId))?.device;
	const key = device === undefined ? undefined : await keyOfDevice(device);
	if (!key) return;
	const answer = await post('/api/devices/key', { device: key.device, key: keyAsText(key) }, fetch);
	if (answer.kind === 'answered') await db.deviceKeys.update(key.device, { namedAtMs: now() });
}
