import type { Award, Done } from '$lib/domain/badge';
import { eventKindsFor, evidenceIn } from '$lib/domain/evidence';
import { pbCall } from '../pocketbase';
import { practicesOf } from './practices';

type Told = { kind: string; data: unknown };

/** What she has done beside lessons, as far as these badges ask for it. No query when none of them does. */
export async function doneBeside(learner: string, awards: readonly Award[]): Promise<Done> {
	const kinds = eventKindsFor(awards.flatMap(({ evidence }) => evidence));
	const needsPractice = awards.some(({ practices }) => practices.length > 0);
	const [practices, told] = await Promise.all([
		needsPractice ? practicesOf(learner) : [],
		kinds.length > 0 ? eventsOf(learner, kinds) : []
	]);
	return { practised: new Set(practices.map(({ lesson }) => lesson)), evidence: evidenceIn(told) };
}

async function eventsOf(learner: string, kinds: string[]): Promise<Told[]> {
	const path = `/api/banmay/learners/${learner}/evidence?kinds=${kinds.join(',')}`;
	return (await pbCall<{ events: Told[] }>('GET', path)).events;
}
