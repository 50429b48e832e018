import { KNOWN_AFTER_DAYS } from './review';

export type KnownAfter = (typeof KNOWN_AFTER_DAYS)[number];
/** First answers to one question so long after its lesson, of those in one half of a pilot. */
export type KnownRow = {
	lesson: string;
	question: number;
	after: KnownAfter;
	isLeftOut: boolean;
	women: number;
	right: number;
};
export type Share = { asked: number; right: number };
export type KnownQuestion = { lesson: string; question: number } & Record<KnownAfter, Share>;
export type Half = 'reviewed' | 'leftOut';
export type Known = {
	all: Record<KnownAfter, Share>;
	/** The least known first. */
	questions: KnownQuestion[];
	halves: Record<Half, Record<KnownAfter, Share & { isTooFew: boolean }>>;
};

/** With fewer answers in one of the halves a difference is as likely chance as not (a share of 100 answers lies
 * within ten in a hundred of the truth, nineteen times of twenty). */
export const FEWEST_ANSWERS = 100;

const none = (): Record<KnownAfter, Share> => ({ 30: { asked: 0, right: 0 }, 60: { asked: 0, right: 0 } });

/** What is still known, together, by question and by the halves of a pilot. */
export function knownOf(rows: readonly KnownRow[]): Known {
	const all = none();
	const halves = { reviewed: none(), leftOut: none() };
	const questions = new Map<string, KnownQuestion>();
	for (const { lesson, question, after, isLeftOut, women, right } of rows) {
		const key = `${lesson} ${question}`;
		const own = questions.get(key) ?? { lesson, question, ...none() };
		questions.set(key, own);
		for (const share of [all[after], own[after], halves[isLeftOut ? 'leftOut' : 'reviewed'][after]]) {
			share.asked += women;
			share.right += right;
		}
	}
	const judged = (half: Record<KnownAfter, Share>) => ({ 30: enough(half[30]), 60: enough(half[60]) });
	return {
		all,
		questions: [...questions.values()].sort((a, b) => known(a) - known(b)),
		halves: { reviewed: judged(halves.reviewed), leftOut: judged(halves.leftOut) }
	};
}

const enough = (share: Share) => ({ ...share, isTooFew: share.asked < FEWEST_ANSWERS });

/** As if one more had been right and one more wrong: one woman's slip is no village's. */
const known = (one: KnownQuestion) =>
	(one[30].right + one[60].right + 1) / (one[30].asked + one[60].asked + 2);
