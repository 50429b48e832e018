import type { Award, Done } from '../domain/badge';
import { eventKindsFor, evidenceIn } from '../domain/evidence';
import { db } from './database';
import { practicesDone } from './practices-done';

/** What she has done beside lessons, as far as this badge asks for it, out of the events of all her phones. */
export async function doneBeside(profile: string, { practices, evidence }: Award): Promise<Done> {
	const kinds = eventKindsFor(evidence).map((kind): [string, string] => [profile, kind]);
	const events = kinds.length > 0 ? await db.events.where('[profile+kind]').anyOf(kinds).toArray() : [];
	return {
		practised: practices.length > 0 ? await practicesDone(profile) : new Set(),
		evidence: evidenceIn(events)
	};
}
