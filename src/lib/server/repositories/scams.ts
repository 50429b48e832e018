import type { Spoken } from '$lib/domain/media';
import type { NoticeTarget } from '$lib/domain/notice';
import { scamLesson } from '$lib/domain/scam-lesson';
import type { Scam } from '$lib/domain/scam';
import { pbCall } from '../pocketbase';
import { reachQuery, type Reach } from '../reach';

export type ScamClip = Omit<Spoken, 'text'>;

/** A trick as it is written, and what became of its notice. */
export type StoredScam = {
	id: string;
	body: Scam;
	targets: NoticeTarget[];
	/** Its last day, as YYYY-MM-DD. */
	until: string;
	revision: number;
	/** By the sentence. */
	clips: Record<string, ScamClip>;
	files: string[];
	madeBy: string;
	changedBy: string;
	changedByName: string;
	changedAtMs: number;
	/** 0: never. */
	publishedAtMs: number;
	/** Of its notice; 0 where there is none. */
	noticeVersion: number;
	bytes: number;
	untilMs: number;
	withdrawnAtMs: number;
};
export type Played = {
	learner: string;
	name: string;
	group: string;
	times: number;
	wrong: number;
	/** In her newest run. */
	fell: boolean;
	lastAtMs: number;
};

type NewScam = Pick<StoredScam, 'id' | 'body' | 'targets' | 'until' | 'files'>;

/** Writes a trick, or changes it as it was at `expected`. `same`: it came a second time; `stale`: somebody else has
 * changed it since it was looked at. */
export async function keepScam(
	{ id, body, targets, until, files }: NewScam,
	by: string,
	expected = 0
): Promise<'kept' | 'same' | 'stale' | 'gone'> {
	const values = { body: JSON.stringify(body), targets: JSON.stringify(targets), until };
	const rest = { files: JSON.stringify(files), expected, by };
	const { outcome } = await pbCall<{ outcome: 'kept' | 'same' | 'stale' | 'gone' }>(
		'POST',
		'/api/banmay/scams',
		{ id, ...values, ...rest }
	);
	return outcome;
}

/** Adds clips by their sentence; what else was changed meanwhile stays. */
export async function addScamVoices(
	id: string,
	clips: Record<string, ScamClip>,
	files: string[]
): Promise<void> {
	const body = { clips: JSON.stringify(clips), files: JSON.stringify(files) };
	await pbCall('POST', `/api/banmay/scams/${id}/voices`, body);
}

export async function scamById(id: string): Promise<StoredScam | null> {
	return (await pbCall<{ scam: StoredScam | null }>('GET', `/api/banmay/scams/${id}`)).scam;
}

/** The two hundred that were changed last. */
export async function newestScams(): Promise<StoredScam[]> {
	return (await pbCall<{ scams: StoredScam[] }>('GET', '/api/banmay/scams')).scams;
}

/** Notes that this revision is out. */
export async function notePublished(id: string, revision: number): Promise<void> {
	await pbCall('POST', `/api/banmay/scams/${id}/published`, { revision });
}

/** Drops what was never published, as it was at `expected`. */
export async function dropScam(id: string, expected: number): Promise<'kept' | 'stale'> {
	type Outcome = { outcome: 'kept' | 'stale' };
	return (await pbCall<Outcome>('POST', `/api/banmay/scams/${id}/drop`, { expected })).outcome;
}

/** Of these files those that no other trick has. */
export async function freeFiles(id: string, files: string[]): Promise<string[]> {
	return (await pbCall<{ free: string[] }>('POST', `/api/banmay/scams/${id}/free`, { files })).free;
}

/** Who of the women in reach has practised it; those who fall for it first. */
export async function playedOf(id: string, reach: Reach): Promise<Played[]> {
	const path = `/api/banmay/scams/${id}/played?${new URLSearchParams(reachQuery(reach))}`;
	type Row = Omit<Played, 'fell'> & { fell: number };
	const { played } = await pbCall<{ played: Row[] }>('GET', path);
	return played
		.map((row) => ({ ...row, fell: Boolean(row.fell) }))
		.sort((a, b) => Number(b.fell) - Number(a.fell) || b.lastAtMs - a.lastAtMs);
}

/** What tricks are called, by the lesson's name that their practices go by; also of those that are over. */
export async function scamTitles(): Promise<Record<string, string>> {
	const { titles } = await pbCall<{ titles: Record<string, string> }>('GET', '/api/banmay/scams/titles');
	return Object.fromEntries(Object.entries(titles).map(([id, title]) => [scamLesson(id), title]));
}
