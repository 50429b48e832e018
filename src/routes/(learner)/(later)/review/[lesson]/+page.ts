import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** What is due before the lesson; nothing is: the lesson itself. A server knows no phone's questions. */
export const load: PageLoad = async ({ params, parent }) => ({
	...(await withArea('review', parent)),
	lesson: params.lesson,
	due: browser ? await dueHere(params.lesson) : []
});

async function dueHere(lesson: string) {
	const [{ currentProfile }, { loadDue }] = await Promise.all([
		import('$lib/offline/profiles/current-profile'),
		import('$lib/offline/load-due')
	]);
	const profile = await currentProfile().catch(() => undefined);
	const due = profile ? await loadDue(profile.id, lesson).catch(() => []) : [];
	if (due.length === 0) redirect(307, `/lessons/${lesson}`);
	return due;
}
