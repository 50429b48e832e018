import { createHash } from 'node:crypto';
import type { CatalogCourse } from '$lib/domain/course';
import { inLanguage } from '$lib/domain/language';
import type { Lesson } from '$lib/domain/lesson';
import { keptAudio } from './audio-cache';
import type { Chapter } from './chapter';
import { forms, type SoundForm } from './forms';
import { markOf, spokenOrder, type Piece } from './spoken-order';

/** Raise when the making changes otherwise than by the pieces. */
const MAKING = 1;
const ALBUM = 'Bản Mây';

/** A part of a file, with the name of the chapter that begins with it. */
type Part = { title: string; pieces: Piece[] };
export type Sound = { hash: string; bytes: Buffer; chapters: Chapter[] };

/** A lesson as one file. @throws {ProgramMissing} @throws {AudioBusy} */
export function soundOfLesson(lesson: Lesson, language: string, form: SoundForm): Promise<Sound> {
	const title = inLanguage(lesson.title, language).text;
	return soundOf(title, [{ title, pieces: spokenOrder(lesson, language) }], form);
}

/** A course, or one module of it, as one file; chapters are its lessons. */
export function soundOfCourse(
	course: CatalogCourse,
	modules: CatalogCourse['modules'],
	lessons: Map<string, Lesson>,
	language: string,
	form: SoundForm
): Promise<Sound> {
	const isWhole = modules.length === course.modules.length;
	const name = isWhole ? course.title : (modules[0]?.title ?? course.title);
	const title = inLanguage(name, language).text;
	const parts: Part[] = isWhole ? [{ title, pieces: markOf(course.title, language) }] : [];
	for (const module of modules) {
		parts.push({ title: inLanguage(module.title, language).text, pieces: markOf(module.title, language) });
		for (const { hash } of module.lessons) {
			const lesson = lessons.get(hash);
			if (lesson)
				parts.push({
					title: inLanguage(lesson.title, language).text,
					pieces: spokenOrder(lesson, language)
				});
		}
	}
	return soundOf(title, parts, form);
}

async function soundOf(title: string, parts: Part[], form: SoundForm): Promise<Sound> {
	const { encode, msOf, whole } = forms[form];
	const chapters: Chapter[] = [];
	const made: Buffer[] = [];
	let atMs = 0;
	for (const part of parts) {
		const sound = await keptAudio(`${keyOf(part.pieces)}.${form}`, () => encode(part.pieces));
		const endMs = atMs + msOf(sound);
		chapters.push({ title: part.title, startMs: atMs, endMs });
		made.push(sound);
		atMs = endMs;
	}
	const bytes = whole({ title, album: ALBUM, chapters }, made);
	return { hash: createHash('sha256').update(bytes).digest('hex'), bytes, chapters };
}

/** Clips are named by their bytes: the same pieces always sound the same. */
const keyOf = (pieces: Piece[]) =>
	createHash('sha256')
		.update(JSON.stringify([MAKING, pieces]))
		.digest('hex');
