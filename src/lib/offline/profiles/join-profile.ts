import type { LearnerOnPhone } from '../../domain/sync';
import { db } from '../database';
import type { Profile } from '../rows';
import { orTrouble, type Trouble } from '../trouble';

export type Joined =
	| { kind: 'joined'; profile: Profile }
	/** The profile is another learner's: add a profile of its own first. */
	| { kind: 'other_learner' };

/**
 * The profile becomes this learner's after POST /api/join took its device: what a guest did becomes hers and is
 * owed from the first event on, and her history from other phones is asked for from its beginning.
 */
export async function joinProfile(
	profileId: string,
	learner: LearnerOnPhone
): Promise<Joined | { kind: 'gone' } | Trouble> {
	return orTrouble(() =>
		db.transaction('rw', db.profiles, async () => {
			const profile = await db.profiles.get(profileId);
			if (!profile) return { kind: 'gone' as const };
			if (profile.learner && profile.learner.id !== learner.id) return { kind: 'other_learner' as const };
			const { name, picture } = learner;
			// The card made this device known: the one before it need not vouch for it any more, and may be unknown itself.
			const known = { forkedFrom: null, cursor: 0, revoked: false, lastDeliveredAtMs: null };
			const joined: Profile = { ...profile, learner, name, picture, ...known };
			await db.profiles.put(joined);
			return { kind: 'joined' as const, profile: joined };
		})
	);
}
