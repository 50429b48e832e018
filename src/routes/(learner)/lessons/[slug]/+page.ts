import { redirect } from '@sveltejs/kit';
import { browser } from '$app/environment';
import { loadLesson } from '$lib/offline/content';
import { placeIn } from '$lib/learn/player/place';
import { orLearnerError } from '$lib/learn/learner-error';
import { wasServed } from '$lib/learn/served';

/** A page that the server sent is heard before the database is loaded; every other one knows where she stopped. */
export async function load({ fetch, params }) {
	const isServed = !browser || wasServed();
	const before = isServed
		? undefined
		: await (await import('$lib/learn/before-lesson')).pageBefore(params.slug);
	if (before) redirect(307, before);
	const loading = orLearnerError(loadLesson(params.slug, fetch));
	const place = isServed ? undefined : await placeIn(params.slug);
	return { ...(await loading), place, isServed };
}
