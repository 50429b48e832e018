import type { KnownAfter, KnownRow } from '$lib/domain/known';
import { pbCall } from '../pocketbase';
import { reachQuery, type Reach } from '../reach';

type Row = [lesson: string, question: number, after: KnownAfter, half: 0 | 1, women: number, right: number];

/** First answers 30 and 60 days after a lesson, of the women in one group of this reach, or ('') in all of it. */
export async function knownIn(reach: Reach, group: string): Promise<KnownRow[]> {
	const query = new URLSearchParams({ ...reachQuery(reach), group }).toString();
	const { known } = await pbCall<{ known: Row[] }>('GET', `/api/banmay/known?${query}`);
	return known.map(([lesson, question, after, half, women, right]) => ({
		...{ lesson, question, after, women, right },
		isLeftOut: half === 1
	}));
}
