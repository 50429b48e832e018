import type { NoticeKind, NoticeTarget } from '$lib/domain/notice';

/** A notice as a group's page lists it. */
export type ListedNotice = {
	id: string;
	kind: NoticeKind;
	version: number;
	/** '' for a voice message, which has none. */
	title: string;
	/** Its clip, to be listened to; an assignment has none. */
	clip: string | null;
	seconds: number;
	tone: 'warning' | 'news' | null;
	/** What was assigned is no longer in the catalogue. */
	isGone: boolean;
	from: string;
	sentAtMs: number;
	/** The day it is due (assignments) or ends, as YYYY-MM-DD. */
	day: string | null;
	isOver: boolean;
	newcomers: boolean;
	targets: (NoticeTarget & { name: string })[];
	whom: number;
	/** Who has done it (assignments) or heard it. */
	done: number;
	/** Names of those who have not. */
	waiting: string[];
	mayChange: boolean;
};
