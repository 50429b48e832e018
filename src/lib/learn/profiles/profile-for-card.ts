import type { LearnerOnPhone } from '$lib/domain/sync';
import type { Answer, CardHolder, JoinTrouble } from './join-server';

export type ProfileForCard =
	/** The profile that becomes hers; null: a new one is made. */
	| { kind: 'use'; profileId: string | null }
	/** A guest has learned on this phone: ask whether these lessons are hers. */
	| { kind: 'ask'; profileId: string };

/** Which of the phone's profiles a card belongs to. A profile bound to another woman is never taken over. */
export async function profileForCard(holder: CardHolder): Promise<ProfileForCard> {
	const { currentProfile } = await import('$lib/offline/profiles/current-profile');
	const { listProfiles } = await import('$lib/offline/profiles/list-profiles');
	const { loadProgress } = await import('$lib/offline/load-progress');
	const own = (await listProfiles()).find(
		({ learner }) => learner?.name === holder.learner.name && learner.picture === holder.learner.picture
	);
	if (own) return { kind: 'use', profileId: own.id };
	const current = await currentProfile();
	if (!current || current.learner) return { kind: 'use', profileId: null };
	const { lessons } = await loadProgress(current.id);
	const hasLearned = Object.keys(lessons).length > 0;
	return hasLearned ? { kind: 'ask', profileId: current.id } : { kind: 'use', profileId: current.id };
}

/**
 * Binds the profile to the card's woman and makes it the current one. When the server refuses, nothing on the
 * phone is changed (a profile made for the purpose is removed again).
 */
export async function settleJoin(
	profileId: string | null,
	language: string,
	join: (device: string) => Promise<Answer<LearnerOnPhone>>
): Promise<{ kind: 'joined' } | { kind: 'trouble'; trouble: JoinTrouble }> {
	const { addProfile } = await import('$lib/offline/profiles/add-profile');
	const { getProfile } = await import('$lib/offline/profiles/get-profile');
	const { joinProfile } = await import('$lib/offline/profiles/join-profile');
	const { removeProfile } = await import('$lib/offline/profiles/remove-profile');
	const { switchTo } = await import('$lib/offline/profiles/switch-to');
	const made = profileId === null ? await addProfile({ name: null, picture: 'sunflower', language }) : null;
	const profile = made ?? (await getProfile(profileId!));
	if (!profile) return { kind: 'trouble', trouble: 'failed' };
	const answer = await join(profile.device);
	if (answer.kind === 'trouble') {
		if (made) await removeProfile(made.id);
		return answer;
	}
	await joinProfile(profile.id, answer.value);
	await switchTo(profile.id);
	return { kind: 'joined' };
}
