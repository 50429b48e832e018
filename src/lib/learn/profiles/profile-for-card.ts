import type { LearnerOnPhone } from '$lib/domain/sync';
import type { Profile } from '$lib/offline/rows';
import type { Answer, CardHolder, JoinTrouble } from './join-server';

export type ProfileForCard =
	/** The profile that becomes hers; null: a new one is made. */
	| { kind: 'use'; profileId: string | null }
	/** A guest has learned on this phone: ask whether these lessons are hers. */
	| { kind: 'ask'; profileId: string };

/** Which of the phone's profiles a card belongs to. A profile bound to another woman is never taken over. */
export async function profileForCard(holder: CardHolder): Promise<ProfileForCard> {
	const { currentProfile, listProfiles } = await import('$lib/offline/profiles');
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

export type JoinSettled = { kind: 'joined' } | { kind: 'trouble'; trouble: JoinTrouble };

/**
 * Binds the profile to the card's woman and makes it the current one. When the server refuses, nothing on the
 * phone is changed (a profile made for the purpose is removed again).
 * @param profileId null: a profile is made for her
 */
export async function settleJoin(
	profileId: string | null,
	language: string,
	join: (device: string) => Promise<Answer<LearnerOnPhone>>
): Promise<JoinSettled> {
	const { joinProfile, removeProfile, switchTo } = await import('$lib/offline/profiles');
	const before = await currentId();
	const profile = profileId === null ? await newcomer(language) : await profileById(profileId);
	if (!profile) return { kind: 'trouble', trouble: 'failed' };
	const answer = await join(profile.device);
	const joined = answer.kind === 'ok' && (await joinProfile(profile.id, answer.value)).kind === 'joined';
	if (joined) {
		await switchTo(profile.id);
		return { kind: 'joined' };
	}
	if (profileId === null) {
		await removeProfile(profile.id);
		if (before) await switchTo(before);
	}
	return { kind: 'trouble', trouble: answer.kind === 'trouble' ? answer.trouble : 'failed' };
}

async function newcomer(language: string): Promise<Profile | undefined> {
	const { addProfile } = await import('$lib/offline/profiles');
	const added = await addProfile({ name: null, picture: 'sunflower', language });
	return added.kind === 'kept' ? added.profile : undefined;
}

async function profileById(id: string): Promise<Profile | undefined> {
	const { listProfiles } = await import('$lib/offline/profiles');
	return (await listProfiles()).find((profile) => profile.id === id);
}

async function currentId(): Promise<string | undefined> {
	const { currentProfile } = await import('$lib/offline/profiles');
	return (await currentProfile())?.id;
}
