import type { CatalogCourse } from '$lib/domain/course';
import { inLanguage } from '$lib/domain/language';
import type { SpokenByLanguage } from '$lib/domain/media';
import type { AssignmentBody } from '$lib/domain/notices/assignment';
import { lessonsAssigned } from '$lib/domain/notice-rules';
import { tonight } from '$lib/domain/evening';
import { NEED_RULES, womenInNeed } from '$lib/domain/needs';
import type { Span } from '$lib/server/interop/feed';
import { dateInVietnam, spanOfMonth } from '$lib/server/interop/month';
import { currentCatalog } from '$lib/server/repositories/catalog';
import { assignmentsDue, figuresOf, readEvening } from '$lib/server/repositories/evening';
import { groupsOf } from '$lib/server/repositories/groups';
import { womenToSee } from '$lib/server/repositories/seeing';
import type { Staff } from '$lib/server/session';
import { DAY_MS } from '../ago';

/** More than these are no evening's work. */
const MOST_SHOWN = 60;

/** Tonight's list over all of her groups, and this month's figures with the month before beside them. */
export async function seeEvening(staff: Staff, language: string, nowMs = Date.now()) {
	const groups = (await groupsOf(staff)).filter(({ archived }) => !archived);
	const ids = groups.map(({ id }) => id);
	const within = NEED_RULES.due.withinDays * DAY_MS;
	const [women, assignments, { courses }] = await Promise.all([
		womenToSee(ids, nowMs),
		assignmentsDue(nowMs - within, nowMs + within),
		currentCatalog()
	]);
	const asked = assignments.map(({ id, body }) => ({
		id,
		lessons: lessonsAssigned(body, courses).map(({ slug }) => slug)
	}));
	const [{ due, marks }, [month, before]] = await Promise.all([
		readEvening(ids, asked),
		figuresOf(ids, monthsUpTo(nowMs))
	]);
	const dueOf = (woman: string) => {
		const hers = assignments.filter(({ id }) => due.some(([who, what]) => who === woman && what === id));
		const [first] = hers.sort((a, b) => a.dueMs - b.dueMs);
		if (!first) return null;
		const { slug } = first.body;
		return { slug, title: inLanguage(titleOf(first.body, courses), language).text, dueMs: first.dueMs };
	};
	const seen = women.map((woman) => ({ ...woman, due: dueOf(woman.id) }));
	const inNeed = womenInNeed(seen, nowMs);
	const list = tonight(inNeed, marks, nowMs);
	return {
		list: list.slice(0, MOST_SHOWN).map(({ woman, needs }) => {
			const group = groups.find(({ id }) => woman.groups.includes(id));
			const { id, name, picture } = woman;
			return { woman: { id, name, picture }, needs, group: { id: group?.id ?? '', name: group?.name ?? '' } };
		}),
		waiting: list.length,
		/** Women whose needs have all been dealt with or put off. */
		away: inNeed.length - list.length,
		women: women.length,
		month,
		before
	};
}

/** What an assignment is for, by its own name; the name of its first lesson where there is no other. */
function titleOf(body: AssignmentBody, courses: readonly CatalogCourse[]): SpokenByLanguage {
	const course = courses.find(({ slug }) => body.what === 'course' && slug === body.slug);
	const module = courses
		.flatMap(({ modules }) => modules)
		.find(({ slug }) => body.what === 'module' && slug === body.slug);
	const [lesson] = lessonsAssigned(body, courses);
	return (
		(course ?? module ?? lesson)?.title ?? {
			vi: { text: body.slug, clip: '', ms: 0, bytes: 0, voice: 'synthetic' }
		}
	);
}

/** The month so far in Vietnam, and the whole one before it. */
function monthsUpTo(nowMs: number): Span[] {
	const monthOf = (atMs: number) => spanOfMonth(dateInVietnam(atMs).slice(0, 7));
	const month = monthOf(nowMs);
	const before = month && monthOf(month.fromMs - 1);
	return [month, before].filter((span) => span !== null);
}
