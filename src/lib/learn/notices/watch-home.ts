import type { Notice } from '$lib/domain/notice';
import { isAnswer, isVoice, openAssignments } from '$lib/domain/notice-rules';
import { cardOfToday } from '$lib/offline/card-of-today';
import type { HerNotices } from '$lib/offline/load-notices';
import { watchNotices } from '$lib/offline/watch-notices';

/** What stands on home before the lessons. */
export type HomeNotices = {
	/** Whether the shelf holds anything. */
	any: boolean;
	/** The card of the day, and the oldest message or answer that she has not heard. */
	first: Notice[];
	/** Whether more than these waits to be heard. */
	more: boolean;
	/** What is assigned and not done, the most pressing first. */
	assigned: (...given: Rest) => ReturnType<typeof openAssignments>;
};
type Rest = Parameters<typeof openAssignments> extends [unknown, ...infer R] ? R : never;

/** Tells what of her notices stands on home: now, and when it changes; null when that can not be known. @returns stops it */
export function watchHome(profile: string, tell: (home: HomeNotices | null) => void): () => void {
	let newest: HerNotices | undefined;
	const watching = watchNotices(
		profile,
		(hers) => {
			newest = hers;
			void cardOfToday(profile, hers)
				.catch(() => undefined)
				.then((card) => newest === hers && tell(homeOf(hers, card)));
		},
		() => tell(null)
	);
	return () => watching.unsubscribe();
}

function homeOf({ notices, heard }: HerNotices, card: Notice | undefined): HomeNotices {
	const waiting = notices.filter(({ id, kind }) => kind !== 'assignment' && !heard.has(id));
	const first = [card, waiting.filter((one) => isVoice(one) || isAnswer(one)).at(-1)].filter(
		(one) => one !== undefined
	);
	return {
		any: notices.length > 0,
		first,
		more: waiting.length > first.length,
		assigned: (...given) => openAssignments(notices, ...given)
	};
}
