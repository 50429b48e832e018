import { EVENTS_A_PUSH } from '../domain/sync-limits';
import { db } from '../offline/database';
import type { Profile } from '../offline/rows';
import { orTrouble, type Trouble } from '../offline/trouble';
import { applyAnswer } from './apply-answer';
import { listOwed } from './list-owed';
import { newestDelivered } from './newest-delivered';
import { push, type PhoneFacts, type Unsent } from './push';
import { registerDevice } from './register-device';
import { takeNewDevice } from './take-new-device';

/** `delivered`: the server has everything and nothing more is to be fetched.
 * `stuck`: it answered, but its watermark does not move.
 * `trouble`: it answered, and the phone could not keep the answer (it is full). */
export type Delivery = { kind: 'delivered' } | { kind: 'stuck' } | { kind: 'gone' } | Trouble | Unsent;

/** The device twice renewed in one go means that something else is wrong. */
const FORKS_A_RUN = 2;

/** Brings one profile and the server level: sends what is owed and takes what is new, call after call. */
export async function deliver(
	profileId: string,
	fetch: typeof globalThis.fetch,
	phone?: PhoneFacts,
	now: () => number = Date.now
): Promise<Delivery> {
	for (let forks = 0; ;) {
		const profile = await db.profiles.get(profileId);
		if (!profile) return { kind: 'gone' };
		if (!profile.learner) return { kind: 'not_joined' };
		const step = await deliverOnce(profile, fetch, phone, now);
		if (step.kind === 'more') continue;
		if (step.kind !== 'forked') return step;
		if (++forks > FORKS_A_RUN) return { kind: 'refused', code: 'device_forked' };
		await takeNewDevice(profileId, profile.device);
	}
}

async function deliverOnce(
	profile: Profile,
	fetch: typeof globalThis.fetch,
	phone: PhoneFacts | undefined,
	now: () => number
): Promise<Delivery | { kind: 'more' }> {
	const known = await registerDevice(profile, fetch);
	if (known.kind !== 'known') return known.kind === 'revoked' ? markRevoked(profile) : known;
	const events = await listOwed(profile, EVENTS_A_PUSH);
	const after = await newestDelivered(profile);
	const { device, cursor: since, notices = '', together = '' } = profile;
	const call = { device, events, after, since, phone, notices, together };
	const pushed = await push(call, fetch);
	if (pushed.kind === 'revoked') return markRevoked(profile);
	if (pushed.kind !== 'sent') return pushed;
	const { response } = pushed;
	const applied = await orTrouble(() => applyAnswer(profile.id, profile.device, response, now));
	if (typeof applied === 'object') return applied;
	if (applied === 'forked') return { kind: 'forked' };
	if (applied === 'outdated') return { kind: 'more' };
	const owed = await listOwed({ ...profile, watermark: response.watermark }, 1);
	// A call that sent nothing moves nothing: what is owed now was done while it was on its way.
	const stuck = events.length > 0 && response.watermark === profile.watermark;
	if (owed.length > 0) return { kind: stuck ? 'stuck' : 'more' };
	const read = response.changes.more && response.changes.cursor !== profile.cursor;
	return read || response.watermark < profile.watermark ? { kind: 'more' } : { kind: 'delivered' };
}

/** Nothing is sent from a revoked phone and nothing is thrown away: whom to ask is the page's to say. */
async function markRevoked(profile: Profile): Promise<Unsent> {
	await db.profiles.update(profile.id, { revoked: true });
	return { kind: 'revoked' };
}
