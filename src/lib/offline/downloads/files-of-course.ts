import type { CatalogCourse, CatalogLesson } from '../../domain/course';
import { lessonsOf } from '../../domain/lessons-of';
import { inLanguage, type Language } from '../../domain/language';
import { mediaOfPractice } from '../../domain/media-of-practice';
import { mediaOf } from '../../domain/media-of';
import { db } from '../database';

/** What one lesson, or the interface's voice, needs on the phone. `media` is null while its list is not here. */
export type Bundle = { bytes: number; lesson: CatalogLesson | null; media: string[] | null };

/** Everything that the course in this language needs: each lesson, then each practice, then the sentences of the interface. */
export async function bundlesOf(course: CatalogCourse, language: Language): Promise<Bundle[]> {
	const lessons = lessonsOf(course);
	const rows = await db.lessons.bulkGet(lessons.map((lesson) => lesson.hash));
	const bundles = lessons.map((lesson, index): Bundle => {
		const row = rows[index];
		const listed = [lesson.picture, inLanguage(lesson.title, language).clip];
		return {
			bytes: (lesson.sizes[language] ?? lesson).bytes,
			lesson,
			media: row ? [...new Set([...mediaOf(row.lesson, language), ...listed])] : null
		};
	});
	return [
		...bundles,
		...(await practiceBundles(lessons, language)),
		...(await checkBundle(course, language)),
		await voiceBundle(course, language)
	];
}

/** A practice is on the phone beside its lesson, but a lesson can be heard without it. */
async function practiceBundles(lessons: CatalogLesson[], language: Language): Promise<Bundle[]> {
	const listed = lessons.flatMap(({ practice }) => practice ?? []);
	const rows = await db.practices.bulkGet(listed.map(({ hash }) => hash));
	return listed.map((practice, index): Bundle => {
		const row = rows[index];
		const { bytes } = practice.sizes[language] ?? practice;
		return { bytes, lesson: null, media: row ? mediaOfPractice(row.practice, language) : null };
	});
}

/** What is asked before and after the course. */
async function checkBundle({ check }: CatalogCourse, language: Language): Promise<Bundle[]> {
	if (!check) return [];
	const kept = (await db.lessons.get(check.hash))?.lesson;
	const { bytes } = check.sizes[language] ?? check;
	return [{ bytes, lesson: null, media: kept ? mediaOf(kept, language) : null }];
}

async function voiceBundle(course: CatalogCourse, language: Language): Promise<Bundle> {
	const titles = [course, ...course.modules].map(({ title }) => inLanguage(title, language));
	const clips = Object.values((await db.voices.get(language))?.clips ?? {});
	const media = [course.picture, ...[...titles, ...clips].map(({ clip }) => clip)];
	const bytes = [...titles, ...clips].reduce((sum, clip) => sum + clip.bytes, 0);
	return { bytes, lesson: null, media: [...new Set(media)] };
}
