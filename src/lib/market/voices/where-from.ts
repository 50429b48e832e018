import type { Where } from '$lib/domain/voices';

const PATH = /^\/[a-z0-9/-]{0,99}$/;
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * The place that an address of /tell names: the page from which it was opened, and what stood on it ("card:3"). Whatever
 * is not one of ours is left out: somebody may have typed it.
 */
export function whereFrom(query: URLSearchParams): Where {
	const from = query.get('from') ?? '/';
	const route = PATH.test(from) ? from : '/';
	const [, kind, slug = ''] = route.split('/');
	const ofLesson = (kind === 'lessons' || kind === 'review') && SLUG.test(slug) && slug.length <= 60;
	if (!ofLesson) return { route };
	const [, part, number] = /^(card|question):([1-9]|[1-4]\d|50)$/.exec(query.get('part') ?? '') ?? [];
	if (!part) return { route, lesson: slug };
	return { route, lesson: slug, [part]: Number(number) };
}
