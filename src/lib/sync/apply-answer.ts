import type { Event } from '../domain/event';
import type { SyncChanges, SyncResponse } from '../domain/sync';
import { awardBadges } from '../offline/award-badges';
import { db } from '../offline/database';
import { keepNotices } from '../offline/keep-notices';
import { keepTogether } from '../offline/together/keep-together';
import { foldEvents } from '../offline/fold-events';
import { forgetTries } from '../offline/profiles/code-tries';
import type { Profile } from '../offline/rows';
import { outboxAskedKey } from './outbox-asked';
import { isForked } from './watermark';

export type Applied = 'applied' | 'forked' | 'outdated';

/**
 * Takes over what the server answered to a call of this device, all in one transaction: the watermark, refused
 * events with their reason, her events from other devices, her badges, her name. An answer to a device that the
 * profile no longer is (another tab renewed it) changes nothing.
 */
export async function applyAnswer(
	profileId: string,
	device: string,
	answer: SyncResponse,
	now: () => number = Date.now
): Promise<Applied> {
	const { profiles, events, progress, badges, catalog, meta, notices, rosters } = db;
	const all = [profiles, events, progress, badges, catalog, meta, notices, rosters];
	return db.transaction('rw', all, async () => {
		const profile = await profiles.get(profileId);
		if (profile?.device !== device) return 'outdated';
		if (isForked(answer.watermark, profile.nextSeq)) return 'forked';
		await keepLearner(profile, answer, now());
		for (const { id, reason } of answer.rejected) await events.update([profileId, id], { refused: reason });
		await keepForeign(profileId, answer.changes.events);
		await keepBadges(profileId, answer.changes.badges);
		await keepNotices(profileId, answer.changes.notices);
		await keepTogether(profileId, answer.changes.together);
		await awardBadges(profileId, now);
		return 'applied';
	});
}

async function keepLearner(profile: Profile, answer: SyncResponse, nowMs: number): Promise<void> {
	const { watermark, changes } = answer;
	const { learner } = changes;
	// Less than it said before: it was restored from a backup, and its cursors mean something else now.
	const restored = watermark < profile.watermark;
	// The trainer's reset is known by having changed: both times are the server's, whose clock is not this phone's.
	const reset =
		learner.codeResetAtMs !== null && learner.codeResetAtMs !== (profile.learner?.codeResetAtMs ?? null);
	if (reset) await forgetTries(profile.id);
	if (restored) await db.meta.delete(outboxAskedKey(profile.id));
	await db.profiles.update(profile.id, {
		watermark,
		cursor: restored ? 0 : changes.cursor,
		learner,
		name: learner.name,
		picture: learner.picture,
		revoked: false,
		lastDeliveredAtMs: nowMs,
		serverAtMs: answer.now,
		...(reset ? { code: null, codeSetAtMs: 0 } : {})
	});
}

/** A set union: an event that is known, under whichever device, is not folded again. */
async function keepForeign(profile: string, foreign: Event[]): Promise<void> {
	const byId = new Map(foreign.map((event) => [event.id, event]));
	const known = await db.events.bulkGet([...byId.keys()].map((id): [string, string] => [profile, id]));
	for (const row of known) if (row) byId.delete(row.id);
	const fresh = [...byId.values()];
	await db.events.bulkAdd(fresh.map((event) => ({ ...event, profile })));
	await foldEvents(profile, fresh);
}

async function keepBadges(profile: string, issued: SyncChanges['badges']): Promise<void> {
	for (const { id, course, issuedAtMs } of issued) {
		const known = await db.badges.get([profile, course]);
		const earnedAtMs = known?.earnedAtMs ?? issuedAtMs;
		await db.badges.put({ ...known, profile, course, earnedAtMs, state: 'issued', id });
	}
}
