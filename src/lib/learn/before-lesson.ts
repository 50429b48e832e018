import { resolve } from '$app/paths';

/**
 * The page that comes before this lesson: what is asked before a course or after one, else questions of earlier
 * lessons to hear again. Never holds up a lesson: whatever fails means none.
 */
export async function pageBefore(lesson: string): Promise<string | undefined> {
	const [{ isReviewDue }, course] = await Promise.all([import('./review/is-due'), courseToAsk(lesson)]);
	if (course) return `${resolve('/(learner)/(later)/check/[course]', { course })}?lesson=${lesson}`;
	return (await isReviewDue(lesson)) ? resolve('/(learner)/(later)/review/[lesson]', { lesson }) : undefined;
}

async function courseToAsk(lesson: string): Promise<string | undefined> {
	try {
		const [{ currentProfile }, { checkBefore }, { preloadCode }] = await Promise.all([
			import('$lib/offline/profiles/current-profile'),
			import('$lib/offline/load-check'),
			import('$app/navigation')
		]);
		const profile = await currentProfile();
		const course = profile && (await checkBefore(profile.id, lesson))?.course;
		if (course) await preloadCode(resolve('/(learner)/(later)/check/[course]', { course }));
		return course;
	} catch {
		return undefined;
	}
}
