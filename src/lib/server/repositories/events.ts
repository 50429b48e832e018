import type { Event } from '$lib/domain/event';
import type { LearnerOnPhone, NoticesForHer, SyncChanges, SyncRequest } from '$lib/domain/sync';
import type { TogetherForHer } from '$lib/domain/together';
import type { InferOutput } from 'valibot';
import { pbCall } from '../pocketbase';
import type { Learner } from '../session';
import type { Sorted } from '../sort-events';
import { calledOnly } from './called-only';

/** A completed lesson with the questions answered rightly, as bits. */
export type CompletedLesson = { lesson: string; right: number; completedAtMs: number };

export type Stored = {
	kind: 'stored';
	watermark: number;
	/** Ids that turned out to be another woman's. */
	strangers: string[];
	changes: SyncChanges;
	completed: CompletedLesson[];
};

type Answer =
	| { outcome: 'not_joined' | 'device_revoked' | 'device_forked' }
	| {
			outcome: 'stored';
			watermark: number;
			refused: string[];
			events: string;
			more: boolean;
			cursor: number;
			learner: string;
			badges: string;
			completed: string;
			notices: string;
			together: string;
	  };

/**
 * Stores what a phone sent and reads what its learner has elsewhere, all in one transaction (pb_hooks/lib/sync.js).
 * The transaction asks for the session itself; '' is the house, which has none.
 * Anything but "stored" means that nothing was written.
 */
export async function storeEvents(
	{ learner, device, session }: Pick<Learner, 'learner' | 'device' | 'session'>,
	{ events, refused }: Pick<Sorted, 'events' | 'refused'>,
	{
		after,
		since,
		phone,
		notices,
		together
	}: Pick<InferOutput<typeof SyncRequest>, 'after' | 'since' | 'phone' | 'notices' | 'together'>
): Promise<Stored | { kind: 'not_joined' | 'device_revoked' | 'device_forked' }> {
	const answer = await pbCall<Answer>('POST', '/api/banmay/sync', {
		learner,
		device,
		session,
		since,
		afterId: after?.id ?? '',
		afterSeq: after?.seq ?? 0,
		// As texts: the interpreter in PocketBase passes them on to SQLite without looking inside.
		events: JSON.stringify(events),
		refused: JSON.stringify(refused),
		count: events.length,
		app: phone?.app ?? '',
		freeBytes: phone?.freeBytes ?? -1,
		notices: notices ?? null,
		together: together ?? null
	});
	if (answer.outcome !== 'stored') return { kind: answer.outcome };
	const completed = JSON.parse(answer.completed) as [string, number, number][];
	return {
		kind: 'stored',
		watermark: answer.watermark,
		strangers: answer.refused,
		changes: {
			events: JSON.parse(answer.events) as Event[],
			cursor: answer.cursor,
			more: answer.more,
			learner: JSON.parse(answer.learner) as LearnerOnPhone,
			badges: JSON.parse(answer.badges) as SyncChanges['badges'],
			...(answer.notices ? { notices: JSON.parse(answer.notices) as NoticesForHer } : {}),
			...(answer.together ? { together: calledOnly(JSON.parse(answer.together) as TogetherForHer) } : {})
		},
		completed: completed.map(([lesson, right, completedAtMs]) => ({ lesson, right, completedAtMs }))
	};
}
