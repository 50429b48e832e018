import type { LessonProgress } from '$lib/domain/progress';

/** Where she stopped in a lesson, and what she had done in it. */
export type Place = { position: number; progress: LessonProgress | undefined };

/** Asks the phone's database, which is loaded for that; undefined for who has no profile yet. */
export async function placeIn(lesson: string): Promise<Place | undefined> {
	try {
		const [{ currentProfile }, { loadPosition }, { loadProgress }] = await Promise.all([
			import('$lib/offline/profiles/current-profile'),
			import('$lib/offline/load-position'),
			import('$lib/offline/load-progress')
		]);
		const profile = await currentProfile();
		if (!profile) return undefined;
		const [position, progress] = await Promise.all([
			loadPosition(profile.id, lesson),
			loadProgress(profile.id)
		]);
		return { position, progress: progress.lessons[lesson] };
	} catch {
		return undefined;
	}
}
