import { db } from '../offline/database';
import type { Profile } from '../offline/rows';
import { post } from './post';
import type { Unsent } from './push';

/** Makes the device that a profile took after a fork known to the server, with the old one's session. */
export async function registerDevice(
	{ id, device, forkedFrom }: Profile,
	fetch: typeof globalThis.fetch
): Promise<{ kind: 'known' } | Unsent> {
	if (forkedFrom === null) return { kind: 'known' };
	const answer = await post('/api/devices', { from: forkedFrom, device }, fetch);
	if (answer.kind !== 'answered') return answer;
	await db.profiles.update(id, { forkedFrom: null });
	return { kind: 'known' };
}
