import { lessonsOf, type Catalog, type CatalogCourse } from '$lib/domain/course';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { BlobStore } from '../blob-store';
import { catalogLesson, packedBytes } from '../catalog-lesson';
import { catalogPractice } from '../catalog-practice';
import { eachOf } from '../each-of';
import { Fault } from '../faults/fault';
import { compare, merge, oneImportAtATime, type ImportDeps, type Imported } from '../import-content';
import type { ReadPack } from './read-pack';

type Deps = Pick<ImportDeps, 'readPublished' | 'publish'> & { blobs: Pick<BlobStore, 'put'> };

/** Publishes the course of a pack that was read: all files first, then the catalogue in one write. */
export const importPack = (pack: ReadPack, deps: Deps): Promise<Imported> =>
	oneImportAtATime(() => importNow(pack, deps));

async function importNow(pack: ReadPack, { blobs, readPublished, publish }: Deps): Promise<Imported> {
	const before = await readPublished();
	const faults = takenElsewhere(pack, before?.catalog);
	if (faults.length > 0) return { kind: 'faulty', faults };
	await eachOf(pack.files, async ([name, bytes]) => {
		await blobs.put(bytes, name.split('.')[1] ?? '');
	});
	const course = courseOf(pack, before?.catalog);
	const courses = merge(before?.catalog.courses ?? [], [course]);
	await publish({
		catalog: { format: 1, courses },
		voices: before?.voices ?? {},
		digest: before?.digest ?? 'none'
	});
	return { kind: 'done', ...compare(before?.catalog, [course]) };
}

/** The places of lessons that another course of this server has already. */
export function takenElsewhere({ manifest }: ReadPack, published: Catalog | undefined): Fault[] {
	const others = published?.courses.filter(({ slug }) => slug !== manifest.course.slug) ?? [];
	const owner = new Map(others.flatMap((course) => lessonsOf(course).map(({ slug }) => [slug, course.slug])));
	return manifest.course.modules.flatMap((module, i) =>
		module.lessons.flatMap(({ slug }, j) =>
			owner.has(slug)
				? [
						new Fault(`course.modules[${i}].lessons[${j}].slug`, 'takenBy', {
							...{ slug, course: owner.get(slug) }
						})
					]
				: []
		)
	);
}

/** Sizes and lengths are counted here again: the pack's maker may have counted otherwise. What is asked before and after
 * the course is no part of a pack: this server's own stays. */
function courseOf(
	{ manifest, files, lessons, practices }: ReadPack,
	published: Catalog | undefined
): CatalogCourse {
	const pictureBytes = (name: string) => packedBytes(files.get(name) ?? '');
	const jsonOf = (hash: string) => files.get(`${hash}.json`) ?? Buffer.alloc(0);
	const listed = (hash: string, practice: string | undefined) => {
		const lesson = lessons.get(hash);
		if (!lesson) throw new Error(`${hash} was not read.`);
		const entry = catalogLesson(lesson, jsonOf(hash), hash, pictureBytes);
		const played = practice && practices.get(practice);
		return played
			? { ...entry, practice: catalogPractice(played, jsonOf(practice), practice, pictureBytes) }
			: entry;
	};
	const { slug, title, picture, color, modules } = manifest.course;
	const check = published?.courses.find((known) => known.slug === slug)?.check;
	return {
		...{ slug, picture, color },
		...(check ? { check } : {}),
		title: title as SpokenByLanguage,
		modules: modules.map((module) => ({
			slug: module.slug,
			title: module.title as SpokenByLanguage,
			lessons: module.lessons.map(({ hash, practice }) => listed(hash, practice))
		}))
	};
}
