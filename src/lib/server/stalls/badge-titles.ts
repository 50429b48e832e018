import { inLanguage } from '$lib/domain/language';
import { pocketbase } from '../pocketbase';
import { currentCatalog } from '../repositories/catalog';

/** What these badges are called, by id; those that are no more are left out. */
export async function badgeTitles(badges: string[], language: string): Promise<Map<string, string>> {
	if (badges.length === 0) return new Map();
	const pb = await pocketbase();
	const filter = badges.map((id) => pb.filter('id = {:id}', { id })).join(' || ');
	const rows = await pb.collection('badges').getFullList<{ id: string; course: string }>({ filter });
	const { courses, achievements = [] } = await currentCatalog();
	const titles = new Map(
		[...courses, ...achievements].map(({ slug, title }) => [slug, inLanguage(title, language).text])
	);
	return new Map(rows.map(({ id, course }) => [id, titles.get(course) ?? course]));
}
