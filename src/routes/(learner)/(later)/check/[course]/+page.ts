import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { withArea } from '$lib/i18n/words';
import { loadCatalog } from '$lib/offline/content';
import type { PageLoad } from './$types';

/** What is asked about the course now, and where she goes on: to the lesson that she wanted, or to the course. */
export const load: PageLoad = async ({ params, url, parent, fetch }) => {
	const lesson = url.searchParams.get('lesson');
	const then = lesson ? `/lessons/${encodeURIComponent(lesson)}` : `/courses/${params.course}`;
	return {
		...(await withArea('check', parent)),
		course: params.course,
		lesson,
		then,
		check: browser ? await checkHere(params.course, then, fetch) : null
	};
};

async function checkHere(slug: string, then: string, fetch: typeof globalThis.fetch) {
	const [{ currentProfile }, { loadCheck }] = await Promise.all([
		import('$lib/offline/profiles/current-profile'),
		import('$lib/offline/load-check')
	]);
	const { courses } = await loadCatalog(fetch);
	const course = courses.find((one) => one.slug === slug);
	const profile = await currentProfile().catch(() => undefined);
	const check = course && profile ? await loadCheck(profile.id, course).catch(() => null) : null;
	if (!check) redirect(307, then);
	return check;
}
