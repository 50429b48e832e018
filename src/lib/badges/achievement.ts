import type { Achievement as MadeAchievement, Catalog, CatalogCourse, CourseColor } from '../domain/course';
import { awardsOf, type Award } from '../domain/badge';
import { inLanguage } from '../domain/language';
import type { Demand } from '../domain/evidence';
import type { SpokenByLanguage } from '../domain/media';
import { inEnglish, inVietnamese } from './evidence-words';

/** How a badge looks and what it is called, for a course's as for one that a manager defined. */
export type BadgeLook = { slug: string; title: SpokenByLanguage; picture: string; color: CourseColor };

/** The looks of all badges, by slug. */
export function looksOf({ courses, achievements = [] }: Catalog): Map<string, BadgeLook> {
	const all: (CatalogCourse | MadeAchievement)[] = [...courses, ...achievements];
	return new Map(all.map(({ slug, title, picture, color }) => [slug, { slug, title, picture, color }]));
}

/** What a badge is given for, as a credential says it (Open Badges 3.0, Achievement). */
export type Achievement = {
	slug: string;
	name: string;
	nameEn: string;
	description: string;
	criteria: string;
	alignment?: Alignment;
	/** What was asked for beside lessons, and is there when it is signed. */
	evidence: readonly Demand[];
};
type Alignment = { code: string; name: string };

/** DigComp 2.2, the European Commission's digital competence framework (JRC128415): the competence that a course
 * trains most. Managers' own badges claim none. */
export const DIGCOMP = {
	framework: 'DigComp 2.2',
	url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415'
};
const ALIGNMENTS: Record<string, Alignment> = {
	'dien-thoai': { code: '2.1', name: 'Interacting through digital technologies' },
	'thanh-toan': { code: '4.2', name: 'Protecting personal data and privacy' },
	'ban-hang': { code: '3.1', name: 'Developing digital content' },
	'thi-truong': { code: '2.4', name: 'Collaborating through digital technologies' }
};

const LEVELS = {
	1: ['Bước đầu', 'Begins'],
	2: ['Tự làm được', 'Does it alone'],
	3: ['Giúp được người khác', 'Helps others']
} as const;

/** The achievement behind a badge; undefined when it is no longer given. Vietnamese first, English for partners. */
export function achievementOf(catalog: Catalog, slug: string): Achievement | undefined {
	const look = looksOf(catalog).get(slug);
	const award = awardsOf(catalog).find((one) => one.slug === slug);
	if (!look || !award || award.lessons.length === 0) return undefined;
	const made = catalog.achievements?.find((one) => one.slug === slug);
	const [vi, en] = made ? LEVELS[made.level] : ['Học xong khóa này', 'Finished this course'];
	return {
		slug,
		name: inLanguage(look.title, 'vi').text,
		nameEn: inLanguage(look.title, 'en').text,
		description: `${vi}, bằng cách nghe, trên Bản Mây. / ${en}, by ear, with Bản Mây.`,
		criteria: criteriaOf(award),
		evidence: award.evidence,
		...(ALIGNMENTS[slug] ? { alignment: ALIGNMENTS[slug] } : {})
	};
}

function criteriaOf({ lessons, practices, evidence }: Award): string {
	const questions = lessons.reduce((sum, lesson) => sum + lesson.questions.length, 0);
	const vi = [
		`Nghe hết ${lessons.length} bài và trả lời đúng cả ${questions} câu hỏi`,
		...(practices.length ? [`làm xong ${practices.length} bài thực hành`] : []),
		...evidence.map(inVietnamese)
	];
	const en = [
		`Heard all ${lessons.length} lessons to the end and answered each of their ${questions} questions rightly`,
		...(practices.length ? [`did ${practices.length} practices`] : []),
		...evidence.map(inEnglish)
	];
	return `${vi.join(', ')}. / ${en.join(', and ')}.`;
}
