import { pbCall } from '../pocketbase';

/** What a woman's runs of a practice amount to; all but `times` is of her newest one. */
export type PracticeDone = {
	lesson: string;
	times: number;
	steps: number;
	wrong: number;
	/** Names of the tricks that she fell for. */
	fell: string[];
	lastAtMs: number;
};

/** A learner's practices out of the server's roll-up, the newest first. */
export async function practicesOf(learner: string): Promise<PracticeDone[]> {
	const path = `/api/banmay/learners/${learner}/practices`;
	const { practices } = await pbCall<{ practices: PracticeDone[] }>('GET', path);
	return practices.sort((a, b) => b.lastAtMs - a.lastAtMs);
}
