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
	/** Where it stands in public frameworks: DigComp first. */
	alignments: readonly Alignment[];
	/** What was asked for beside lessons, and is there when it is signed. */
	evidence: readonly Demand[];
};
/** Open Badges 3.0, Alignment: `url` is the competence itself, or the framework where it has no address of its own. */
export type Alignment = { framework: string; code?: string; name: string; url: string };

/** DigComp 2.2, the European Commission's digital competence framework (JRC128415): the competence that a course
 * trains most. Managers' own badges claim none. */
const digComp = (code: string, name: string): Alignment => ({
	framework: 'DigComp 2.2',
	code,
	name,
	url: 'https://publications.jrc.ec.europa.eu/repository/handle/JRC128415'
});
/** The same competence in ESCO, which took DigComp's over; the addresses and names are those of its own data set
 * (docs/decisions/0014-badges.md). */
const esco = (id: string, name: string): Alignment => ({
	framework: 'ESCO',
	name,
	url: `http://data.europa.eu/esco/skill/${id}`
});
const ALIGNMENTS: Record<string, readonly Alignment[]> = {
	'dien-thoai': [
		digComp('2.1', 'Interacting through digital technologies'),
		esco('a12057b4-6d11-4a12-ab8e-15a028ef0a6d', 'interact through digital technologies')
	],
	'thanh-toan': [
		digComp('4.2', 'Protecting personal data and privacy'),
		esco('33a82b83-c838-4889-ae62-fae1317481eb', 'protect personal data and privacy')
	],
	'ban-hang': [
		digComp('3.1', 'Developing digital content'),
		esco('5fd5c985-eaaa-47aa-8314-62359c54505a', 'develop digital content')
	],
	'thi-truong': [
		digComp('2.4', 'Collaborating through digital technologies'),
		esco('2b34a99f-9813-4c91-9509-b6b9b8c3132e', 'collaborate through digital technologies')
	]
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
		alignments: ALIGNMENTS[slug] ?? []
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
