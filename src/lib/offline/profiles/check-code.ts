import { db } from '../database';
import { forgetTries, readTries, writeTries, type Tries } from './code-tries';
import { isCode } from './hash-code';
import { rememberUnlocked } from './is-locked';
import { settleCodeReset } from './request-code-reset';

/** Five misses may be one confused woman; guessing all 729 codes at this pace takes over two hours. */
const TRIES_IN_A_ROW = 5;
const WAIT_MS = 60_000;

export type CodeCheck =
	| { kind: 'open' }
	| { kind: 'wrong'; triesLeft: number }
	| { kind: 'wait'; waitMs: number }
	| { kind: 'gone' };

/** Checks the pictures. The right ones open the profile for as long as the tab lives; so do having no code and a reset
 * whose day is over. */
export async function checkCode(
	profileId: string,
	pictures: readonly string[],
	now: () => number = Date.now
): Promise<CodeCheck> {
	await settleCodeReset(profileId, now);
	const profile = await db.profiles.get(profileId);
	if (!profile) return { kind: 'gone' };
	if (!profile.code) return { kind: 'open' };
	const right = await isCode(pictures, profile.code);
	return db.transaction('rw', db.meta, async (): Promise<CodeCheck> => {
		const tries = await readTries(profileId);
		const waitMs = waitOf(tries, now());
		if (waitMs > 0) return { kind: 'wait', waitMs };
		if (right) {
			await forgetTries(profileId);
			rememberUnlocked(profile);
			return { kind: 'open' };
		}
		const wrong = tries.wrong + 1;
		const stopped = wrong >= TRIES_IN_A_ROW;
		await writeTries(profileId, {
			...tries,
			wrong: stopped ? 0 : wrong,
			stoppedAtMs: stopped ? now() : null
		});
		return stopped ? { kind: 'wait', waitMs: WAIT_MS } : { kind: 'wrong', triesLeft: TRIES_IN_A_ROW - wrong };
	});
}

/** How long she must still wait; a clock that was set back ends the wait instead of making it years. */
function waitOf({ stoppedAtMs }: Tries, nowMs: number): number {
	if (stoppedAtMs === null || nowMs < stoppedAtMs) return 0;
	return Math.max(0, stoppedAtMs + WAIT_MS - nowMs);
}
