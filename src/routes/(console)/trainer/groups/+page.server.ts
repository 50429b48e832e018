import { staffOf } from '$lib/console/server/staff-of';
import { plain } from '$lib/server/places/plain';
import { wordsOfPlace } from '$lib/server/places/words-of-place';
import { groupsOf } from '$lib/server/repositories/groups';
import type { PageServerLoad } from './$types';

/** `?q=`: groups whose name, village or place (today's and as it was written) hold every word, accents or not. */
export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = (url.searchParams.get('q') ?? '').slice(0, 100);
	const parts = plain(asked).split(' ').filter(Boolean);
	const groups = await groupsOf(staffOf(locals));
	const listed = await Promise.all(
		groups.map(async (group) => ({
			...{ id: group.id, name: group.name, women: group.women, isClosed: group.archived },
			place: await wordsOfPlace(group),
			words: group.place
		}))
	);
	const found = listed.filter(({ name, place, words }) => {
		const said = plain(`${name} ${place} ${words}`).split(' ');
		return parts.every((part) => said.some((word) => word.startsWith(part)));
	});
	return { asked, groups: found.map(({ words: _, ...group }) => group) };
};
