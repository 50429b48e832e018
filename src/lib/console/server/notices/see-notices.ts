import type { Catalog } from '$lib/domain/course';
import { inLanguage } from '$lib/domain/language';
import { lessonsAssigned } from '$lib/domain/notice-rules';
import type { AssignmentBody } from '$lib/domain/notices/assignment';
import type { WomanInGroup } from '$lib/server/repositories/groups';
import { noticesOfGroup, type NoticeOfGroup } from '$lib/server/repositories/notices';
import type { Staff } from '$lib/server/session';
import type { ListedNotice } from '../../notices/listed';
import { todayIn } from './days';
import { mayChangeNotice } from './whom';

/** Everything that stands for the group, and how far each of its women is with it. */
export async function seeNotices(
	staff: Staff,
	group: string,
	{ women, catalog, language }: { women: WomanInGroup[]; catalog: Catalog; language: string },
	nowMs = Date.now()
): Promise<ListedNotice[]> {
	const notices = await noticesOfGroup(group, nowMs);
	return Promise.all(
		notices.map(async (notice) => {
			const reached = women.filter(({ id }) => notice.whom.includes(id));
			const isDone = doneBy(notice, catalog);
			const waiting = reached.filter((woman) => !isDone(woman)).map(({ name }) => name);
			const { id, kind, version, from, sentAtMs, newcomers, targets } = notice;
			return {
				...{ id, kind, version, from, sentAtMs, newcomers, targets, waiting },
				...aboutKind(notice, catalog, language),
				isOver: notice.untilMs !== null && notice.untilMs <= nowMs,
				whom: reached.length,
				done: reached.length - waiting.length,
				// A trick has a page of its own.
				mayChange: kind !== 'scam' && (await mayChangeNotice(staff, targets))
			};
		})
	);
}

function aboutKind(notice: NoticeOfGroup, catalog: Catalog, language: string) {
	const ends = notice.untilMs === null ? null : todayIn(notice.untilMs - 1);
	const plain = { title: '', clip: null, seconds: 0, tone: null, isGone: false, day: ends };
	if (notice.kind === 'voice') {
		const { clip, ms } = notice.body;
		return { ...plain, clip, seconds: Math.round(ms / 1000) };
	}
	if (notice.kind === 'card') {
		const { title, tone, spoken } = notice.body;
		return { ...plain, title, tone, clip: spoken.clip, seconds: Math.round(spoken.ms / 1000) };
	}
	if (notice.kind === 'answer' || notice.kind === 'shared') {
		const { clip, ms } = notice.kind === 'answer' ? notice.body : notice.body.answer;
		return { ...plain, clip, seconds: Math.round(ms / 1000) };
	}
	if (notice.kind === 'buyer') return { ...plain, title: notice.body.name };
	if (notice.kind === 'scam') {
		const { text, clip, ms } = notice.body.title;
		return { ...plain, title: text, clip, seconds: Math.round(ms / 1000) };
	}
	if (notice.kind === 'introduction') return { ...plain, title: notice.body.partner };
	const title = titleOf(notice.body, catalog, language);
	return { ...plain, title: title ?? notice.body.slug, isGone: title === undefined, day: notice.body.due };
}

function titleOf({ what, slug }: AssignmentBody, { courses }: Catalog, language: string): string | undefined {
	const modules = courses.flatMap((course) => course.modules);
	const lists = { course: courses, module: modules, lesson: modules.flatMap(({ lessons }) => lessons) };
	const found = lists[what].find((one) => one.slug === slug);
	return found && inLanguage(found.title, language).text;
}

function doneBy(notice: NoticeOfGroup, catalog: Catalog): (woman: WomanInGroup) => boolean {
	if (notice.kind !== 'assignment') return ({ id }) => notice.heard.includes(id);
	const lessons = lessonsAssigned(notice.body, catalog.courses);
	return (woman) => lessons.length > 0 && lessons.every(({ slug }) => woman.lessons[slug]?.state === 'done');
}
