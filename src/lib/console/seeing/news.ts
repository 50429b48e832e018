import { needKey, type Need } from '$lib/domain/needs';
import type { Words } from '../words';

type InNeed = { woman: { id: string; name: string }; needs: readonly Need[] };

/** Who needs somebody now and did not before, or for another reason: a sentence for the screen reader, or ''. */
export function newsOf(before: readonly InNeed[], now: readonly InNeed[], words: Words): string {
	const keysOf = ({ woman, needs }: InNeed) => needs.map((need) => `${woman.id} ${needKey(need)}`);
	const known = new Set(before.flatMap(keysOf));
	const names = now
		.filter((one) => keysOf(one).some((key) => !known.has(key)))
		.map(({ woman }) => woman.name);
	return names.length > 0 ? words.t('needs.news', { names: names.join(', ') }) : '';
}
