import type { NoticeTarget } from '$lib/domain/notice';
import { scamLesson } from '$lib/domain/scam-lesson';
import { buildScam, putScam } from '$lib/studio/server/scams/build';
import { exampleScam } from '$lib/studio/server/scams/choices';
import { keepNotice } from '../repositories/notices';
import { addScamVoices, keepScam, notePublished } from '../repositories/scams';
import type { Sitting } from './story';

const DAY_MS = 86_400_000;
const STANDS_DAYS = 14;

/** A trick that goes round in the first group since yesterday. Where nobody can say it, it stays a draft. */
export async function makeTrick(id: string, group: string, by: string, nowMs: number): Promise<void> {
	const body = exampleScam();
	const targets: NoticeTarget[] = [{ scope: 'group', id: group }];
	const untilMs = nowMs + STANDS_DAYS * DAY_MS;
	const until = new Date(untilMs).toISOString().slice(0, 10);
	await keepScam({ id, body, targets, until, files: [] }, by);
	const built = await buildScam(id, body, {});
	if (built.kind === 'mute') return;
	const { body: notice, files } = await putScam(body, built);
	await addScamVoices(id, {}, files);
	const times = { fromMs: nowMs - DAY_MS, untilMs };
	await keepNotice({ id, kind: 'scam', body: notice, targets, newcomers: true, ...times }, by);
	await notePublished(id, 1);
}

/** Of the first group, who has practised it: whether she fell for it. */
export const TRIED: Partial<Record<number, boolean>> = { 0: true, 3: false };

/** How she did in it this morning. */
export const practised = (id: string, falls: boolean, nowMs: number): Sitting => [
	{
		kind: 'practice.completed',
		data: {
			...{ lesson: scamLesson(id), practice: 'scam-of-the-week' },
			outcome: { steps: 6, wrong: falls ? 1 : 0, fell: falls ? [scamLesson(id)] : [] }
		},
		at: nowMs - DAY_MS / 8
	}
];
