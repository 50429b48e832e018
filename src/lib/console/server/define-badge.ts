import { createHash } from 'node:crypto';
import type { ActionFailure } from '@sveltejs/kit';
import type { Achievement, Catalog } from '$lib/domain/course';
import { eventData } from '$lib/domain/event';
import { EVIDENCE, EVIDENCE_KINDS, type Demand, type EvidenceKind } from '$lib/domain/evidence';
import { lessonsOf } from '$lib/domain/lessons-of';
import type { SpokenByLanguage } from '$lib/domain/media';
import { noteAct } from '$lib/server/repositories/audit';
import { addAchievement, allAchievements, withdrawAchievement } from '$lib/server/repositories/achievements';
import { catalogChanged } from '$lib/server/repositories/catalog';
import type { Staff } from '$lib/server/session';
import type { Words } from '../words';
import { nameOf, problem, textOf, type FormProblem } from './form';

const MAX_NAME = 80;
const MAX_COUNT = 100;

/** Kinds of evidence that the phones of this house can give. */
export const offeredEvidence = (): { kind: EvidenceKind; isCounted: boolean }[] =>
	EVIDENCE_KINDS.filter((kind) => EVIDENCE[kind].kinds.every((event) => event in eventData)).map((kind) => ({
		kind,
		isCounted: EVIDENCE[kind].of !== null
	}));

/** Makes the name heard; undefined where this server has no voice. */
type Speak = (texts: { vi: string; en: string }) => Promise<SpokenByLanguage | 'unspeakable' | undefined>;

/** Defines a badge from a form. Sent twice it is defined once: its slug is made from its name. */
export async function defineBadge(
	staff: Staff,
	form: FormData,
	words: Words,
	catalog: Catalog,
	speak: Speak
): Promise<{ done: 'saved' } | ActionFailure<FormProblem>> {
	const [vi, en] = [nameOf(form, 'name', MAX_NAME), nameOf(form, 'nameEn', MAX_NAME)];
	const asked = offeredEvidence().map(({ kind }) => [kind, textOf(form, `evidence-${kind}`).trim()] as const);
	const values = {
		...{ name: vi.name, nameEn: en.name, level: textOf(form, 'level') },
		...Object.fromEntries(asked.map(([kind, text]) => [`evidence-${kind}`, text]))
	};
	if (!vi.name || !en.name) return problem(words, 'badge_name_missing', 'name', { values });
	if (vi.tooLong || en.tooLong)
		return problem(words, 'name_too_long', 'name', { values, params: { n: MAX_NAME } });
	if (/\d/.test(vi.name + en.name)) return problem(words, 'badge_name_digits', 'name', { values });
	const slug = slugOf(vi.name);
	const same = (await allAchievements()).find(({ achievement }) => achievement.slug === slug);
	if (same) return problem(words, 'badge_taken', 'name', { values, status: 409 });

	const known = new Map(catalog.courses.flatMap(lessonsOf).map((lesson) => [lesson.slug, lesson]));
	const [lessons, practices] = [chosen(form, 'lesson'), chosen(form, 'practice')];
	const [first] = lessons;
	if (first === undefined) return problem(words, 'badge_no_lessons', 'lesson', { values });
	const isKnown =
		lessons.every((one) => known.has(one)) && practices.every((one) => known.get(one)?.practice);
	const course = catalog.courses.find((one) => lessonsOf(one).some((lesson) => lesson.slug === first));
	if (!isKnown || !course) return problem(words, 'badge_lesson_unknown', 'lesson', { values });

	const evidence = demandsIn(asked);
	if (!evidence)
		return problem(words, 'badge_evidence_count', 'evidence', { values, params: { n: MAX_COUNT } });

	const title = await speak({ vi: vi.name, en: en.name });
	if (!title) return problem(words, 'badge_mute', 'name', { values, status: 503 });
	if (title === 'unspeakable') return problem(words, 'badge_unspeakable', 'name', { values });
	const level = Math.min(3, Math.max(1, Number(values.level) || 1)) as Achievement['level'];
	const picture = known.get(first)?.picture ?? course.picture;
	const looks = { slug, title, picture, color: course.color };
	const criteria = { level, lessons, practices, ...(evidence.length > 0 ? { evidence } : {}) };
	await addAchievement({ ...looks, ...criteria }, staff.id);
	catalogChanged();
	await noteAct(staff.id, 'badge.defined', slug);
	return { done: 'saved' };
}

/** Stops giving a badge; who has it keeps it. */
export async function withdrawBadge(
	staff: Staff,
	form: FormData,
	words: Words
): Promise<{ done: 'wasWithdrawn' } | ActionFailure<FormProblem>> {
	const slug = textOf(form, 'slug');
	if (!(await withdrawAchievement(slug))) return problem(words, 'badge_unknown', 'slug', { status: 404 });
	catalogChanged();
	await noteAct(staff.id, 'badge.withdrawn', slug);
	return { done: 'wasWithdrawn' };
}

/** What was asked for, without noughts; undefined where a number is none. */
function demandsIn(asked: (readonly [EvidenceKind, string])[]): Demand[] | undefined {
	const demands = asked.map(([kind, text]) => ({ kind, count: Number(text || '0') }));
	const areAll = demands.every(({ count }) => Number.isInteger(count) && count >= 0 && count <= MAX_COUNT);
	return areAll ? demands.filter(({ count }) => count > 0) : undefined;
}

const chosen = (form: FormData, field: string): string[] => [
	...new Set(form.getAll(field).filter((value): value is string => typeof value === 'string'))
];

/** Letters of the name, and a mark that keeps names apart that only their accents tell apart. */
function slugOf(name: string): string {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
	const letters = plain
		.replace(/[^a-z]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 36)
		.replace(/-$/, '');
	const mark = createHash('sha256').update(name.normalize('NFC').toLowerCase()).digest('hex').slice(0, 8);
	return `made-${letters || 'x'}-${mark}`;
}
