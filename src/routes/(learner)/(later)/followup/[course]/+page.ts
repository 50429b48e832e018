import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { lessonsOf } from '$lib/domain/lessons-of';
import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

/** The lesson for whoever went along with a trick. */
const HELP = 'khi-da-bi-lua';

/** What she is asked after this course, as far as she has come; nothing now: home. A server knows none of it. */
export const load: PageLoad = async ({ params, parent, fetch }) => ({
	...(await withArea('followup', parent)),
	due: browser ? await dueHere(params.course) : null,
	help: browser ? await helpHere(fetch) : null
});

async function helpHere(fetch: typeof globalThis.fetch): Promise<string | null> {
	const courses = (await loadCatalog(fetch).catch(() => null))?.courses ?? [];
	return courses.flatMap(lessonsOf).some(({ slug }) => slug === HELP) ? HELP : null;
}

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
