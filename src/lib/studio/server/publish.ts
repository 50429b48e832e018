import { catalogs, type Published } from './published';
import { publishedHere } from './current';

/** Newer ones replace them; a few are kept so that one can go back by hand. */
const KEPT_ROWS = 5;

/** Makes a catalogue the current one, in one write: everything that it names must be in the blob store already. */
export async function publish({ catalog, voices, digest }: Published): Promise<void> {
	const rows = await catalogs();
	const lessons = catalog.courses
		.flatMap((course) => course.modules.flatMap((module) => module.lessons))
		.map(({ slug, hash }) => [slug, hash]);
	await rows.create({ body: { ...catalog, voices }, lessons: Object.fromEntries(lessons), digest });
	publishedHere();
	const old = await rows.getList<{ id: string }>(1, 50, {
		sort: '-created,-id',
		fields: 'id',
		skipTotal: true
	});
	for (const { id } of old.items.slice(KEPT_ROWS)) await rows.delete(id);
}
