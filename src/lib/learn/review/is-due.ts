import { wasOffered } from './offered';

/**
 * Whether questions of earlier lessons come before this one. Never holds up a lesson: whatever fails, and a page
 * that this phone does not have, mean no.
 */
export async function isReviewDue(lesson: string): Promise<boolean> {
	try {
		const [{ currentProfile }, { loadDue }, { preloadCode }] = await Promise.all([
			import('$lib/offline/profiles/current-profile'),
			import('$lib/offline/load-due'),
			import('$app/navigation')
		]);
		const profile = await currentProfile();
		if (!profile || wasOffered(profile.id, lesson)) return false;
		if ((await loadDue(profile.id, lesson)).length === 0) return false;
		await preloadCode(`/review/${lesson}`);
		return true;
	} catch {
		return false;
	}
}
