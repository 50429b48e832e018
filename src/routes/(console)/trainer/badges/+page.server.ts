import { rotateKeys } from '$lib/badges/server/keys';
import { consoleCourses } from '$lib/console/server/courses';
import { defineBadge, offeredEvidence, withdrawBadge } from '$lib/console/server/define-badge';
import { staffOf } from '$lib/console/server/staff-of';
import { wordsOf } from '$lib/console/server/words-of';
import { lessonsOf } from '$lib/domain/lessons-of';
import { inLanguage } from '$lib/domain/language';
import { allAchievements } from '$lib/server/repositories/achievements';
import { noteAct } from '$lib/server/repositories/audit';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { publishedHere } from '$lib/studio/server/current';
import { speakTitle } from '$lib/studio/server/speak-title';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ cookies }) => {
	const { language } = wordsOf(cookies);
	const [catalog, courses, made] = await Promise.all([
		currentCatalog(),
		consoleCourses(language),
		allAchievements()
	]);
	const practised = new Set(
		catalog.courses.flatMap(lessonsOf).flatMap(({ slug, practice }) => (practice ? slug : []))
	);
	return {
		courses: courses.map(({ slug, title, lessons }) => ({
			slug,
			title,
			lessons: lessons.map((lesson) => ({ ...lesson, hasPractice: practised.has(lesson.slug) }))
		})),
		evidence: offeredEvidence(),
		made: made.map(({ achievement, isWithdrawn }) => ({
			slug: achievement.slug,
			title: inLanguage(achievement.title, language).text,
			level: achievement.level,
			lessons: achievement.lessons.length,
			practices: achievement.practices.length,
			evidence: achievement.evidence ?? [],
			isWithdrawn
		}))
	};
};

export const actions: Actions = {
	rotate: async ({ locals }) => {
		await rotateKeys();
		await noteAct(staffOf(locals).id, 'badge.keys-replaced', '');
		return { done: 'wasRotated' as const };
	},
	define: async ({ locals, request, cookies }) => {
		const form = await request.formData();
		const answer = await defineBadge(
			staffOf(locals),
			form,
			wordsOf(cookies),
			await currentCatalog(),
			speakTitle
		);
		publishedHere();
		return answer;
	},
	withdraw: async ({ locals, request, cookies }) => {
		const answer = await withdrawBadge(staffOf(locals), await request.formData(), wordsOf(cookies));
		publishedHere();
		return answer;
	}
};
