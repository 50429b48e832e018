import type { Catalog, CatalogCourse } from '$lib/domain/course';
import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { BlobStore } from './blob-store';
import { buildLesson, lessonBytes, speakable, type Shelves } from './build-lesson';
import { buildPractice } from './build-practice';
import { picturesOf, textsOf, textsOfPractice, type Bundle } from './bundle';
import { canonicalJson } from './canonical-json';
import { catalogLesson, packedBytes } from './catalog-lesson';
import { catalogPractice } from './catalog-practice';
import { checkBundle } from './check-bundle';
import { eachOf } from './each-of';
import type { Fault } from './faults/fault';
import type { Clip } from './narrate/narrate';
import type { Published } from './published';
import { voicesFile } from './voices-file';

export type ImportDeps = {
	blobs: Pick<BlobStore, 'put'>;
	pictures: { has(description: string): boolean; draw(description: string): string };
	clips: {
		find(language: string, text: string): Clip | undefined;
		read(language: string, text: string): Promise<Uint8Array>;
	};
	readPublished(): Promise<Published | undefined>;
	publish(published: Published): Promise<void>;
	/** With the bundled content: its digest, and what the interface says by language. */
	bundled?: { digest: string; interfaceTexts: Record<string, string[]> };
	/** Told how far the writing of files is. */
	onProgress?(done: number, total: number): void;
};

export type Imported =
	{ kind: 'done'; imported: number; unchanged: number } | { kind: 'faulty'; faults: Fault[] };

const running: { last: Promise<unknown> } = { last: Promise.resolve() };

/**
 * Publishes a bundle: its courses replace those of the same name and stand behind the others if they are new.
 * Everything is checked first, then all files are written, then the catalogue is published in one write: a fault,
 * a full disk or a crash leaves what was published as it was. One import runs at a time.
 */
export const importContent = (bundle: Bundle, deps: ImportDeps): Promise<Imported> =>
	oneImportAtATime(() => importNow(bundle, deps));

/** Everything that changes what is published stands in this line: two at once would lose one of them. */
export function oneImportAtATime<T>(work: () => Promise<T>): Promise<T> {
	const run = running.last.then(work);
	running.last = run.catch(() => undefined);
	return run;
}

async function importNow(given: Bundle, deps: ImportDeps): Promise<Imported> {
	const before = await deps.readPublished();
	const bundle = onlyHeard(given, deps);
	const faults = checkBundle(bundle, givenBy(bundle, deps, before?.catalog));
	if (faults.length > 0) return { kind: 'faulty', faults };
	const pictures = await writePictures(bundle, deps);
	await writeClips(bundle, deps);
	const courses = await writeLessons(bundle, deps, pictures, before?.catalog);
	const after: Published = {
		catalog: { format: 1, courses: merge(before?.catalog.courses ?? [], courses) },
		voices: deps.bundled ? await writeVoices(deps.bundled.interfaceTexts, deps) : (before?.voices ?? {}),
		digest: deps.bundled?.digest ?? before?.digest ?? 'none'
	};
	if (!before || canonicalJson(before) !== canonicalJson(after)) await deps.publish(after);
	return { kind: 'done', ...compare(before?.catalog, courses) };
}

function givenBy(bundle: Bundle, { pictures, clips }: ImportDeps, published: Catalog | undefined) {
	const courseOf = takenBy(published, bundle);
	return {
		hasPicture: (description: string) => pictures.has(description),
		hasClip: (language: string, text: string) => clips.find(language, text) !== undefined,
		courseOf: (lesson: string) => courseOf.get(lesson)
	};
}

/** The lessons of the published courses that this bundle does not replace, with their course. */
export function takenBy(published: Catalog | undefined, { courses }: Bundle): Map<string, string> {
	const replaced = new Set(courses.map(({ slug }) => slug));
	const others = published?.courses.filter(({ slug }) => !replaced.has(slug)) ?? [];
	return new Map(
		others.flatMap((course) => lessonsIn(course).map(({ slug }) => [slug, course.slug] as const))
	);
}

/** A practice with a text that nobody says yet is left out: nothing in one needs reading. So is what comes with the
 * program for a group to talk about; what somebody hands in is hers to narrate or record first. */
function onlyHeard(given: Bundle, { clips, bundled }: ImportDeps): Bundle {
	const bundle = bundled ? withoutMuteChecks(withoutMuteTalk(given, clips), clips) : given;
	const practices = bundle.practices?.filter((practice) =>
		[...textsOfPractice(practice)].every(({ vi }) => clips.find(MASTER_LANGUAGE, vi))
	);
	return practices ? { ...bundle, practices } : bundle;
}

function withoutMuteTalk(bundle: Bundle, clips: ImportDeps['clips']): Bundle {
	const places = new Map(bundle.places);
	const lessons = bundle.lessons.map((lesson) => {
		const { discuss, ...rest } = lesson;
		if (!discuss || clips.find(MASTER_LANGUAGE, discuss.vi)) return lesson;
		places.set(rest, places.get(lesson) ?? '?');
		return rest;
	});
	return { ...bundle, lessons, places };
}

/** The same with what is asked before and after a course. */
function withoutMuteChecks(bundle: Bundle, clips: ImportDeps['clips']): Bundle {
	const checks = new Set(bundle.courses.flatMap(({ check }) => check ?? []));
	const mute = bundle.lessons.filter(
		(lesson) =>
			checks.has(lesson.slug) &&
			[...textsOf({ ...bundle, courses: [], lessons: [lesson], practices: [] })].some(
				({ text }) => !clips.find(MASTER_LANGUAGE, text.vi)
			)
	);
	if (mute.length === 0) return bundle;
	const places = new Map(bundle.places);
	const courses = bundle.courses.map((course) => {
		if (!mute.some(({ slug }) => slug === course.check)) return course;
		const { check: _, ...rest } = course;
		places.set(rest, places.get(course) ?? '?');
		return rest;
	});
	return { ...bundle, courses, lessons: bundle.lessons.filter((lesson) => !mute.includes(lesson)), places };
}

type Drawn = Map<string, { name: string; bytes: number }>;

async function writePictures(bundle: Bundle, { pictures, blobs }: ImportDeps): Promise<Drawn> {
	const drawn: Drawn = new Map();
	const descriptions = new Set([...picturesOf(bundle)].map(({ picture }) => picture));
	await eachOf(descriptions, async (description) => {
		const svg = Buffer.from(pictures.draw(description));
		drawn.set(description, { name: await blobs.put(svg, 'svg'), bytes: packedBytes(svg) });
	});
	return drawn;
}

type Said = { language: string; text: string };

async function writeClips(bundle: Bundle, deps: ImportDeps): Promise<void> {
	const said = [...textsOf(bundle)].flatMap(({ text }) =>
		Object.entries(text).map(([language, words]) => ({ language, text: words }))
	);
	await putClips(said, deps);
}

async function putClips(said: Said[], { clips, blobs, onProgress }: ImportDeps): Promise<void> {
	const once = new Map(said.map((one) => [`${one.language} ${one.text}`, one]));
	const spoken = [...once.values()].filter(({ language, text }) => clips.find(language, text));
	let done = 0;
	await eachOf(spoken, async ({ language, text }) => {
		const name = await blobs.put(await clips.read(language, text), 'ogg');
		// A clip whose bytes are not those that its index names would be heard under another's text.
		if (name !== clips.find(language, text)?.clip) throw new Error(`The clip of "${text}" is damaged.`);
		onProgress?.(++done, spoken.length);
	});
}

async function writeLessons(
	bundle: Bundle,
	deps: ImportDeps,
	drawn: Drawn,
	before: Catalog | undefined
): Promise<CatalogCourse[]> {
	const bytesOf = new Map([...drawn.values()].map(({ name, bytes }) => [name, bytes]));
	const shelves: Shelves = {
		clipOf: (language, text) => deps.clips.find(language, text),
		pictureOf: (description) => drawn.get(description)?.name ?? ''
	};
	const bySlug = new Map(bundle.lessons.map((lesson) => [lesson.slug, lesson]));
	const write = async (slug: string, course: string) => {
		const source = bySlug.get(slug);
		if (!source) throw new Error(`There is no lesson "${slug}".`);
		const lesson = buildLesson(source, course, shelves);
		const bytes = lessonBytes(lesson);
		const [hash = ''] = (await deps.blobs.put(bytes, 'json')).split('.');
		const listed = catalogLesson(lesson, bytes, hash, (name) => bytesOf.get(name) ?? 0);
		const practice = bundle.practices ? await writePractice(slug, course) : kept.get(slug);
		return practice ? { ...listed, practice } : listed;
	};
	/** Lessons that come without practices keep those that are published. */
	const kept = new Map(before?.courses.flatMap(lessonsIn).map(({ slug, practice }) => [slug, practice]));
	const practiceOf = new Map(bundle.practices?.map((practice) => [practice.lesson, practice]));
	const writePractice = async (slug: string, course: string) => {
		const source = practiceOf.get(slug);
		if (!source) return undefined;
		const practice = buildPractice(source, course, shelves);
		const bytes = Buffer.from(canonicalJson(practice));
		const [hash = ''] = (await deps.blobs.put(bytes, 'json')).split('.');
		return catalogPractice(practice, bytes, hash, (name) => bytesOf.get(name) ?? 0);
	};
	return Promise.all(
		bundle.courses.map(async ({ slug: course, title, picture, color, check, modules }) => ({
			slug: course,
			title: speakable(title, shelves),
			picture: shelves.pictureOf(picture),
			color,
			...(check === undefined ? {} : { check: await write(check, course) }),
			modules: await Promise.all(
				modules.map(async ({ slug, title, lessons }) => ({
					slug,
					title: speakable(title, shelves),
					lessons: await Promise.all(lessons.map((lesson) => write(lesson, course)))
				}))
			)
		}))
	);
}

async function writeVoices(
	texts: Record<string, string[]>,
	deps: ImportDeps
): Promise<Record<string, string>> {
	const all = Object.entries(texts);
	await putClips(
		all.flatMap(([language, list]) => list.map((text) => ({ language, text }))),
		deps
	);
	const written = all.map(async ([language, list]) => {
		const file = voicesFile(language, list, (text) => deps.clips.find(language, text));
		const [hash = ''] = (await deps.blobs.put(Buffer.from(canonicalJson(file)), 'json')).split('.');
		return [language, hash] as const;
	});
	return Object.fromEntries(await Promise.all(written));
}

export function merge(before: CatalogCourse[], imported: CatalogCourse[]): CatalogCourse[] {
	const fresh = new Map(imported.map((course) => [course.slug, course]));
	const kept = before.map((course) => fresh.get(course.slug) ?? course);
	const known = new Set(before.map(({ slug }) => slug));
	return [...kept, ...imported.filter(({ slug }) => !known.has(slug))];
}

export function compare(before: Catalog | undefined, courses: CatalogCourse[]) {
	const hashes = new Set(before?.courses.flatMap(lessonsIn).map(({ slug, hash }) => `${slug} ${hash}`));
	const lessons = courses.flatMap(lessonsIn);
	const unchanged = lessons.filter(({ slug, hash }) => hashes.has(`${slug} ${hash}`)).length;
	return { imported: lessons.length - unchanged, unchanged };
}

const lessonsIn = (course: CatalogCourse) => course.modules.flatMap(({ lessons }) => lessons);
