import type { CatalogCourse } from '../domain/course';
import { lessonsOf } from '../domain/lessons-of';
import { inLanguage } from '../domain/language';

/** What a badge is given for, as a credential says it (Open Badges 3.0, Achievement). */
export type Achievement = {
	slug: string;
	name: string;
	nameEn: string;
	description: string;
	criteria: string;
};

/** The badge of a course: every lesson heard to its end and each of its questions answered rightly
 * (domain/badge.ts has the rule). Vietnamese first, English for partners. */
export function courseAchievement(course: CatalogCourse): Achievement {
	const vi = inLanguage(course.title, 'vi').text;
	const en = inLanguage(course.title, 'en').text;
	const lessons = lessonsOf(course);
	const questions = lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0);
	return {
		slug: course.slug,
		name: vi,
		nameEn: en,
		description: 'Học xong khóa này của Bản Mây bằng cách nghe. / Finished this course of Bản Mây, by ear.',
		criteria: `Nghe hết ${lessons.length} bài và trả lời đúng cả ${questions} câu hỏi. / Heard all ${lessons.length} lessons to the end and answered each of their ${questions} questions rightly.`
	};
}
