import { db } from '../../offline/database';

/** A server that was put back to an older copy of itself has forgotten the key; a week later it knows it again. */
const AGAIN_AFTER_MS = 7 * 86_400_000;

/** Whether the server is to be told of this device's key. */
export async function isKeyDue(device: string, now: () => number): Promise<boolean> {
	if (globalThis.crypto?.subtle === undefined) return false;
	const namedAtMs = (await db.deviceKeys.get(device))?.namedAtMs;
	return namedAtMs == null || Math.abs(now() - namedAtMs) > AGAIN_AFTER_MS;
}
