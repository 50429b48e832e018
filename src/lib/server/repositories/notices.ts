import { ClientResponseError } from 'pocketbase';
import * as v from 'valibot';
import { noticeBody, type BodyOf, type NoticeKind, type NoticeTarget } from '$lib/domain/notice';
import { pbCall } from '../pocketbase';

export const EVERYBODY: NoticeTarget = { scope: 'everybody', id: 'everybody' };

export type NewNotice<K extends NoticeKind> = {
	/** The form's key: sent twice it is one notice. */
	id: string;
	kind: K;
	body: BodyOf<K>;
	targets: NoticeTarget[];
	/** Whether who joins a group later gets it as well. */
	newcomers: boolean;
	fromMs: number;
	untilMs: number | null;
};

export type StoredNotice = {
	[K in NoticeKind]: Omit<NewNotice<K>, 'untilMs'> & {
		untilMs: number | null;
		version: number;
		isWithdrawn: boolean;
		sentBy: string;
	};
}[NoticeKind];

/** A notice as a group's page lists it: whom of the group it reaches, and who of them has heard it. */
export type NoticeOfGroup = {
	[K in NoticeKind]: Omit<NewNotice<K>, 'targets'> & {
		version: number;
		sentAtMs: number;
		from: string;
		targets: (NoticeTarget & { name: string })[];
		whom: string[];
		heard: string[];
	};
}[NoticeKind];

/** `same`: it came a second time. `stale`: somebody else has changed or withdrawn it since it was looked at. */
export type NoticeKept = 'kept' | 'same' | 'stale' | 'gone';

/** Writes a notice, or changes it as it was at `expected`. @throws {ValiError} for a body that is not of its kind */
export async function keepNotice<K extends NoticeKind>(
	{ body, targets, untilMs, ...rest }: NewNotice<K>,
	by: string,
	expected = 0
): Promise<NoticeKept> {
	if (targets.length === 0) throw new Error('A notice is for somebody.');
	const { outcome } = await pbCall<{ outcome: NoticeKept }>('POST', '/api/banmay/notices', {
		...rest,
		body: JSON.stringify(v.parse(noticeBody[rest.kind], body)),
		targets: JSON.stringify(targets.map(({ scope, id }) => ({ scope, id }))),
		untilMs: untilMs ?? 0,
		expected,
		by
	});
	return outcome;
}

/** Takes a notice back. @returns of its files those that no other notice names */
export async function withdrawNotice(
	id: string,
	{ expected, media, by }: { expected: number; media: string[]; by: string }
): Promise<{ outcome: 'kept' | 'stale'; free: string[] }> {
	return pbCall('POST', `/api/banmay/notices/${id}/withdraw`, { expected, media, by });
}

export async function noticeById(id: string): Promise<StoredNotice | null> {
	try {
		type Row = StoredNotice & { withdrawnAtMs: number };
		const { notice } = await pbCall<{ notice: Row | null }>('GET', `/api/banmay/notices/${id}`);
		if (!notice) return null;
		const { withdrawnAtMs, ...rest } = notice;
		return { ...rest, ...whole(rest), isWithdrawn: withdrawnAtMs > 0 } as StoredNotice;
	} catch (cause) {
		if (cause instanceof ClientResponseError && cause.status === 404) return null;
		throw cause;
	}
}

/** What has ended is listed this much longer. */
const LISTED_AFTER_MS = 14 * 24 * 3600_000;

/** Everything that is for a group, for a woman in it or for everybody; newest first, at most a hundred. */
export async function noticesOfGroup(group: string, now = Date.now()): Promise<NoticeOfGroup[]> {
	const path = `/api/banmay/groups/${group}/notices?endedAfter=${now - LISTED_AFTER_MS}`;
	const { notices } = await pbCall<{ notices: NoticeOfGroup[] }>('GET', path);
	return notices.map((notice) => ({ ...notice, ...whole(notice) }) as NoticeOfGroup);
}

const whole = ({ newcomers, untilMs }: { newcomers: unknown; untilMs: number | null }) => ({
	newcomers: Boolean(newcomers),
	untilMs: untilMs || null
});
