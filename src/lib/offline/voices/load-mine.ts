import type { NoticeOf } from '../../domain/notice';
import { isAnswer } from '../../domain/notice-rules';
import type { QuestionField } from '../../domain/voice-limits';
import { db } from '../database';
import type { EventRow, Profile } from '../rows';

/** What she told or asked. `waits`: not all of it is at the server; `local`: she has not joined. */
export type MyVoice = {
	id: string;
	kind: 'feedback' | 'question';
	blob: string;
	field: QuestionField | null;
	atMs: number;
	state: 'local' | 'waits' | 'sent' | 'answered';
	/** Null: she was not asked, or has not said. */
	consent: boolean | null;
};

/** Everything that she told and asked and has not taken back, newest first, also from her other phones. */
export async function loadMine(profileId: string): Promise<MyVoice[]> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return [];
	const { told, withdrawn, consents } = await wordsOf(profileId);
	const answered = await answeredOf(profileId);
	const waiting = new Set(
		(await db.outbox.where({ profile: profileId, owed: 1 }).toArray()).map(({ sha256 }) => sha256)
	);
	return told
		.filter(({ id }) => !withdrawn.has(id))
		.map((event): MyVoice => {
			const { blob } = event.data;
			const isHere = event.device !== profile.device || event.seq <= profile.watermark;
			return {
				...{ id: event.id, blob, atMs: event.at, consent: consents.get(event.id) ?? null },
				kind: event.kind === 'question.asked' ? 'question' : 'feedback',
				field: event.kind === 'question.asked' ? event.data.field : null,
				state: stateOf(profile, isHere && !waiting.has(blob), answered.has(event.id))
			};
		})
		.sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? 1 : -1));
}

function stateOf({ learner }: Profile, isSent: boolean, isAnswered: boolean): MyVoice['state'] {
	if (isAnswered) return 'answered';
	if (!learner) return 'local';
	return isSent ? 'sent' : 'waits';
}

type Told = Extract<EventRow, { kind: 'feedback.recorded' | 'question.asked' }>;

async function wordsOf(profile: string) {
	const kinds = ['feedback.recorded', 'question.asked', 'question.consented', 'voice.withdrawn'];
	const rows = await db.events
		.where('[profile+kind]')
		.anyOf(kinds.map((kind) => [profile, kind]))
		.toArray();
	const told: Told[] = [];
	const withdrawn = new Set<string>();
	const consents = new Map<string, boolean>();
	for (const row of rows.sort((a, b) => a.at - b.at)) {
		if (row.kind === 'feedback.recorded' || row.kind === 'question.asked') told.push(row);
		if (row.kind === 'voice.withdrawn') withdrawn.add(row.data.voice);
		if (row.kind === 'question.consented') consents.set(row.data.voice, row.data.yes);
	}
	return { told, withdrawn, consents };
}

async function answeredOf(profile: string): Promise<Set<string>> {
	const rows = await db.notices.where({ profile }).toArray();
	const answers = rows.map(({ notice }) => notice).filter(isAnswer) as NoticeOf<'answer'>[];
	return new Set(answers.map(({ body }) => body.question));
}
