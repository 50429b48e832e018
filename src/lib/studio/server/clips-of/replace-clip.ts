import type { Catalog, CatalogLesson } from '$lib/domain/course';
import type { Lesson } from '$lib/domain/lesson';
import { blobs, readBlob } from '../blobs';
import { canonicalJson } from '../canonical-json';
import { catalogLesson, packedBytes } from '../catalog-lesson';
import { oneImportAtATime } from '../import-content';
import type { Clip } from '../narrate/narrate';
import { publish } from '../publish';
import { readPublished } from '../published';
import { readLesson } from '../read-lesson';

/** Publishes new versions of all lessons and titles that say this text, with another clip. @returns how many lessons */
export const replaceClip = (language: string, text: string, clip: Clip): Promise<number> =>
	oneImportAtATime(async () => {
		const before = await readPublished();
		if (!before) return 0;
		const said = { text, clip: clip.clip, ms: clip.ms, bytes: clip.bytes, voice: clip.voice };
		const swap = <T>(value: T) => swapped(value, language, said);
		let changed = 0;
		const lessonOf = async (listed: CatalogLesson): Promise<CatalogLesson> => {
			const lesson = await readLesson(listed.hash);
			if (!lesson) return listed;
			const json = canonicalJson(swap(lesson));
			if (json === canonicalJson(lesson)) return listed;
			changed++;
			return withPractice(listed, await relisted(json));
		};
		const courses = await Promise.all(
			before.catalog.courses.map(async (course) => ({
				...course,
				title: swap(course.title),
				modules: await Promise.all(
					course.modules.map(async (module) => ({
						...module,
						title: swap(module.title),
						lessons: await Promise.all(module.lessons.map(lessonOf))
					}))
				)
			}))
		);
		const catalog: Catalog = { ...before.catalog, courses };
		if (canonicalJson(catalog) !== canonicalJson(before.catalog)) await publish({ ...before, catalog });
		return changed;
	});

type Said = { text: string } & Pick<Clip, 'clip' | 'ms' | 'bytes' | 'voice'>;

/** The value with every `{[language]: {text, clip, …}}` of this text said by the other clip. */
function swapped<T>(value: T, language: string, said: Said): T {
	return JSON.parse(JSON.stringify(value), (key, inner: unknown) => {
		const old = inner as Partial<Said> | null;
		return key === language && old?.text === said.text && old.clip ? { ...old, ...said } : inner;
	}) as T;
}

async function relisted(json: string): Promise<CatalogLesson> {
	const bytes = Buffer.from(json);
	const lesson = JSON.parse(json) as Lesson;
	const [hash = ''] = (await blobs().put(bytes, 'json')).split('.');
	const sizes = new Map<string, number>();
	const names = new Set(json.match(/[0-9a-f]{64}\.(?:svg|webp)/g));
	for (const name of names) sizes.set(name, packedBytes((await readBlob(name)) ?? ''));
	return catalogLesson(lesson, bytes, hash, (name) => sizes.get(name) ?? 0);
}

const withPractice = ({ practice }: CatalogLesson, fresh: CatalogLesson): CatalogLesson =>
	practice ? { ...fresh, practice } : fresh;
