import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import type { PageLoad } from './$types';

/** What she is asked after this course, as far as she has come; nothing now: home. A server knows none of it. */
export const load: PageLoad = async ({ params, parent }) => ({
	...(await withArea('followup', parent)),
	due: browser ? await dueHere(params.course) : null
});

async function dueHere(course: string) {
	const [{ currentProfile }, { loadFollowUp }] = await Promise.all([
		import('$lib/offline/profiles/current-profile'),
		import('$lib/offline/load-followup')
	]);
	const profile = await currentProfile().catch(() => undefined);
	const due = profile ? await loadFollowUp(profile.id).catch(() => null) : null;
	if (due?.course !== course) redirect(307, '/');
	return due;
}
