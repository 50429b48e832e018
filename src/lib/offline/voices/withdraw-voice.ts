import { appendEvent } from '../append-event';
import { db } from '../database';
import { newId } from '../new-id';
import { orTrouble, type Trouble } from '../trouble';

/** She takes back what she told or asked: said to the server, and what the phone has of it deleted, all or nothing. */
export async function withdrawVoice(
	profile: string,
	voice: string,
	now: () => number = Date.now
): Promise<{ kind: 'withdrawn' } | Trouble> {
	const { profiles, events, progress, outbox } = db;
	return orTrouble(() =>
		db.transaction('rw', [profiles, events, progress, outbox], async () => {
			const told = await events.get([profile, voice]);
			await appendEvent(profile, { kind: 'voice.withdrawn', data: { voice } }, now(), newId());
			if (told?.kind === 'feedback.recorded') await outbox.delete([profile, told.data.blob]);
			if (told?.kind === 'question.asked') {
				await outbox.delete([profile, told.data.blob]);
				if (told.data.picture) await outbox.delete([profile, told.data.picture]);
			}
			return { kind: 'withdrawn' as const };
		})
	);
}
