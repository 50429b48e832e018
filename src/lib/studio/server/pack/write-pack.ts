import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import { lessonsOf, type CatalogCourse } from '$lib/domain/course';
import { canonicalJson } from '../canonical-json';
import { readBlob } from '../blobs';
import { signManifest } from './sign';

const MEDIA_NAME = /[0-9a-f]{64}\.(?:ogg|svg|webp|mp3)/g;
/** A zip's dates begin here: the same course always gives the same bytes. */
const MTIME = new Date('1980-01-02T00:00:00Z');

export type Pack = { hash: string; bytes: Buffer };

/** A course as a file that travels: every lesson, practice, clip and picture of it, in all languages, and a signed list.
 * @throws when a file of the course is not in the blob store */
export async function writePack(course: CatalogCourse, origin: string): Promise<Pack> {
	const lessons = lessonsOf(course);
	const texts = lessons.flatMap(({ hash, practice }) => (practice ? [hash, practice.hash] : [hash]));
	const files = new Map<string, Buffer>();
	for (const hash of texts) await take(files, `${hash}.json`);
	const listed = listOf(course);
	const named = [canonicalJson(listed), ...[...files.values()].map(String)];
	const media = new Set(named.flatMap((text) => text.match(MEDIA_NAME) ?? []));
	for (const name of media) await take(files, name);
	const manifest = await signManifest(
		{
			format: 1,
			kind: 'ban-may-pack',
			course: listed,
			files: [...files].map(([name, { length }]) => ({ name, sha256: name.slice(0, 64), bytes: length }))
		},
		origin
	);
	const json = Buffer.from(canonicalJson(manifest));
	// Clips are packed already; text and pictures become a third.
	const entries = [...files].map(([name, bytes]) => [
		name,
		[bytes, { level: name.endsWith('.ogg') ? 0 : 6 }]
	]);
	const zip = zipSync(
		{ 'manifest.json': json, ...(Object.fromEntries(entries) as Zippable) },
		{ mtime: MTIME }
	);
	return { hash: createHash('sha256').update(zip).digest('hex'), bytes: Buffer.from(zip) };
}

const listOf = ({ slug, title, picture, color, modules }: CatalogCourse) => ({
	...{ slug, title, picture, color },
	modules: modules.map((module) => ({
		slug: module.slug,
		title: module.title,
		lessons: module.lessons.map(({ slug, hash, practice }) =>
			practice ? { slug, hash, practice: practice.hash } : { slug, hash }
		)
	}))
});

async function take(files: Map<string, Buffer>, name: string): Promise<void> {
	const bytes = await readBlob(name);
	if (!bytes) throw new Error(`${name} is not in the blob store.`);
	files.set(name, bytes);
}
