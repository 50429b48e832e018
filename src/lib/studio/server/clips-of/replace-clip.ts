import { join } from 'node:path';
import type { Catalog, CatalogCourse, CatalogLesson, CatalogPractice } from '$lib/domain/course';
import type { Lesson } from '$lib/domain/lesson';
import type { Practice } from '$lib/domain/practice';
import { blobs, readBlob } from '../blobs';
import { canonicalJson } from '../canonical-json';
import { catalogLesson, packedBytes } from '../catalog-lesson';
import { catalogPractice } from '../catalog-practice';
import { oneImportAtATime } from '../import-content';
import type { Clip } from '../narrate/narrate';
import { publish } from '../publish';
import { readPublished } from '../published';
import { readInterfaceTexts } from '../read-content';
import { swapped, swappedVoices, type Said } from './swapped';

/** Publishes new versions of everything that says this text, with another clip: lessons, checks, practices, titles and
 * the list of the interface's sentences. @returns how many lessons and practices */
export const replaceClip = (language: string, text: string, clip: Clip): Promise<number> =>
	oneImportAtATime(async () => {
		const before = await readPublished();
		if (!before) return 0;
		const said = { text, clip: clip.clip, ms: clip.ms, bytes: clip.bytes, voice: clip.voice };
		const swap = new Swap(language, said);
		const courses = await Promise.all(before.catalog.courses.map((course) => swap.course(course)));
		const catalog: Catalog = { ...before.catalog, courses };
		const voices = await swapInVoices(before.voices, language, said);
		if (
			canonicalJson({ catalog, voices }) !== canonicalJson({ catalog: before.catalog, voices: before.voices })
		)
			await publish({ ...before, catalog, voices });
		return swap.changed;
	});

class Swap {
	changed = 0;
	constructor(
		readonly language: string,
		readonly said: Said
	) {}

	async course(course: CatalogCourse): Promise<CatalogCourse> {
		return {
			...course,
			title: this.#in(course.title),
			...(course.check ? { check: await this.#lesson(course.check) } : {}),
			modules: await Promise.all(
				course.modules.map(async (module) => ({
					...module,
					title: this.#in(module.title),
					lessons: await Promise.all(module.lessons.map((lesson) => this.#lesson(lesson)))
				}))
			)
		};
	}

	async #lesson(listed: CatalogLesson): Promise<CatalogLesson> {
		const practice = listed.practice && (await this.#practice(listed.practice));
		const json = await this.#republished<Lesson>(listed.hash);
		const fresh = json ? await relisted(json, catalogLesson) : listed;
		return practice ? { ...fresh, practice } : fresh;
	}

	async #practice(listed: CatalogPractice): Promise<CatalogPractice> {
		const json = await this.#republished<Practice>(listed.hash);
		return json ? relisted(json, catalogPractice) : listed;
	}

	/** What is published under this hash as it would be with the clip; undefined when it does not say the text. */
	async #republished<T>(hash: string): Promise<{ value: T; bytes: Buffer } | undefined> {
		const before = (await readBlob(`${hash}.json`))?.toString();
		if (!before) return undefined;
		const value = this.#in(JSON.parse(before) as T);
		const json = canonicalJson(value);
		if (json === canonicalJson(JSON.parse(before))) return undefined;
		this.changed++;
		return { value, bytes: Buffer.from(json) };
	}

	#in<T>(value: T): T {
		return swapped(value, this.language, this.said);
	}
}

type List<T, L> = (value: T, bytes: Buffer, hash: string, pictureBytes: (name: string) => number) => L;

/** Written, and as the catalogue lists it. */
async function relisted<T, L>({ value, bytes }: { value: T; bytes: Buffer }, list: List<T, L>): Promise<L> {
	const [hash = ''] = (await blobs().put(bytes, 'json')).split('.');
	const sizes = new Map<string, number>();
	const names = new Set(bytes.toString().match(/[0-9a-f]{64}\.(?:svg|webp)/g));
	for (const name of names) sizes.set(name, packedBytes((await readBlob(name)) ?? ''));
	return list(value, bytes, hash, (name) => sizes.get(name) ?? 0);
}

async function swapInVoices(
	voices: Record<string, string>,
	language: string,
	said: Said
): Promise<Record<string, string>> {
	const hash = Object.hasOwn(voices, language) ? voices[language] : undefined;
	const before = hash && (await readBlob(`${hash}.json`))?.toString();
	const sentences = readInterfaceTexts(join(process.cwd(), 'content'))[language] ?? [];
	const after = before && swappedVoices(before, said, (text) => sentences.includes(text));
	if (!after) return voices;
	const [name = ''] = (await blobs().put(Buffer.from(after), 'json')).split('.');
	return { ...voices, [language]: name };
}
