/** @typedef {import('./profile.mjs').SyncResponse} SyncResponse */
/** @typedef {{ kind: 'applied', answer: SyncResponse } | { kind: 'renewed' | 'outdated' | 'offline' | 'not_joined' | 'revoked' | 'too_many' | 'refused' }} Synced */

/**
 * One call of POST /api/sync with these events, and what the phone makes of the answer.
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./profile.mjs').Profile} profile
 * @param {unknown[]} events
 * @param {{ after?: { id: string, seq: number } | null | undefined, patienceMs?: number }} [how] `after` null: none is named
 * @returns {Promise<Synced>}
 */
export async function syncOnce(phone, profile, events, { after = profile.before(), patienceMs } = {}) {
	const { device, cursor: since } = profile;
	const outcome = await phone.post(
		'/api/sync',
		{ device, events, after: after ?? undefined, since },
		patienceMs
	);
	if (outcome.kind === 'answered') {
		/** @type {SyncResponse} */
		const answer = outcome.body;
		const applied = profile.apply(device, answer);
		if (applied !== 'forked') return applied === 'applied' ? { kind: applied, answer } : { kind: applied };
	} else if (outcome.kind !== 'forked') return { kind: outcome.kind };
	profile.takeNewDevice(device);
	return { kind: 'renewed' };
}

/**
 * Makes the device that a profile took after a fork known to the server.
 * @param {import('./phone.mjs').Phone} phone
 * @param {import('./profile.mjs').Profile} profile
 * @returns {Promise<import('./phone.mjs').Answer['kind']>} `answered`: it is known
 */
export async function registerDevice(phone, profile) {
	const { forkedFrom: from, device } = profile;
	if (from === null) return 'answered';
	const { kind } = await phone.post('/api/devices', { from, device });
	if (kind === 'answered' && profile.device === device) profile.forkedFrom = null;
	return kind;
}
