import { MASTER_LANGUAGE } from '$lib/domain/language';
import type { Lesson } from '$lib/domain/lesson';
import { blobs } from '../blobs';
import { buildLesson } from '../build-lesson';
import { textsOf, type Bundle } from '../bundle';
import { eachOf } from '../each-of';
import { clipsHere } from '../import-file';
import { Pictures } from '../pictures';
import type { Opened } from './open-draft';

/** A text of a draft, and whether somebody says it. */
export type DraftText = { place: string; language: string; text: string; hasClip: boolean };
export type DraftLesson = { slug: string; title: string; course: string; texts: DraftText[] };

/** The lessons of a draft in their order, with what is still mute in each; a pack's are never mute. */
export function draftLessons(opened: Opened): DraftLesson[] {
	if (opened.kind === 'pack') {
		const { manifest, lessons } = opened.pack;
		return manifest.course.modules.flatMap((module) =>
			module.lessons.map(({ slug, hash }) => ({
				...{ slug, course: manifest.course.slug, texts: [] },
				title: lessons.get(hash)?.title.vi.text ?? slug
			}))
		);
	}
	const { bundle } = opened;
	const clips = clipsHere();
	const bySlug = new Map(bundle.lessons.map((lesson) => [lesson.slug, lesson]));
	return bundle.courses.flatMap((course) =>
		course.modules.flatMap((module) =>
			module.lessons.flatMap((slug) => {
				const lesson = bySlug.get(slug);
				if (!lesson) return [];
				const texts = [...textsOf({ courses: [], lessons: [lesson], places: bundle.places })].flatMap(
					({ place, text }) =>
						Object.entries(text).map(([language, words]) => ({
							...{ place, language, text: words },
							hasClip: clips.find(language, words) !== undefined
						}))
				);
				return [{ slug, title: lesson.title.vi, course: course.slug, texts }];
			})
		)
	);
}

/** Titles of courses and modules that nobody says yet. */
export function muteTitles({ courses, places }: Bundle): DraftText[] {
	const clips = clipsHere();
	return [...textsOf({ courses, lessons: [], places })].flatMap(({ place, text }) =>
		Object.entries(text).flatMap(([language, words]) =>
			clips.find(language, words) ? [] : [{ place, language, text: words, hasClip: false }]
		)
	);
}

/**
 * A lesson of a draft as the player takes it; its clips and pictures are put where the player finds them, published or
 * not. Undefined when there is no such lesson, or a text of it is mute.
 */
export async function previewLesson(opened: Opened, slug: string): Promise<Lesson | undefined> {
	return opened.kind === 'pack' ? ofPack(opened.pack, slug) : ofBundle(opened.bundle, slug);
}

async function ofPack(
	{ manifest, lessons, files }: Extract<Opened, { kind: 'pack' }>['pack'],
	slug: string
): Promise<Lesson | undefined> {
	const listed = manifest.course.modules.flatMap((module) => module.lessons).find((one) => one.slug === slug);
	const lesson = listed && lessons.get(listed.hash);
	if (!lesson) return undefined;
	const names = JSON.stringify(lesson).match(/[0-9a-f]{64}\.(?:ogg|svg|webp|mp3)/g);
	await eachOf(new Set(names), async (name) => {
		const bytes = files.get(name);
		if (bytes) await blobs().put(bytes, name.split('.')[1] ?? '');
	});
	return lesson;
}

async function ofBundle(bundle: Bundle, slug: string): Promise<Lesson | undefined> {
	const source = bundle.lessons.find((lesson) => lesson.slug === slug);
	const course = bundle.courses.find(({ modules }) => modules.some(({ lessons }) => lessons.includes(slug)));
	if (!source || !course) return undefined;
	const clips = clipsHere();
	const texts = [...textsOf({ courses: [], lessons: [source], places: bundle.places })];
	if (texts.some(({ text }) => !clips.find(MASTER_LANGUAGE, text.vi))) return undefined;
	const store = blobs();
	await eachOf(texts, async ({ text }) => {
		for (const [language, words] of Object.entries(text))
			if (clips.find(language, words)) await store.put(await clips.read(language, words), 'ogg');
	});
	const pictures = new Pictures(process.cwd());
	const names = new Map<string, string>();
	const descriptions = new Set([
		...source.cards.map(({ picture }) => picture),
		...source.questions
			.flatMap((question) => (question.kind === 'order' ? question.steps : question.options))
			.map(({ picture }) => picture)
	]);
	await eachOf(descriptions, async (description) => {
		names.set(description, await store.put(Buffer.from(pictures.draw(description)), 'svg'));
	});
	return buildLesson(source, course.slug, {
		clipOf: (language, text) => clips.find(language, text),
		pictureOf: (description) => names.get(description) ?? ''
	});
}
