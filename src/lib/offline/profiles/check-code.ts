import { db } from '../database';
import { forgetTries, readTries, writeTries, type Tries } from './code-tries';
import { isCode } from './hash-code';
import { rememberUnlocked } from './is-locked';

/** Five misses may be one confused woman; guessing all 729 codes at this pace takes over two hours. */
const TRIES_IN_A_ROW = 5;
const WAIT_MS = 60_000;
/** A forgotten code opens a day after she said so: whoever only borrows the phone has given it back by then. */
const RESET_AFTER_MS = 24 * 60 * 60_000;

export type CodeCheck =
	| { kind: 'right' }
	| { kind: 'wrong'; triesLeft: number }
	| { kind: 'wait'; waitMs: number }
	| { kind: 'gone' };

/** Checks the pictures. The right ones, no code at all, and a reset whose day is over open the profile. */
export async function checkCode(
	profileId: string,
	pictures: string[],
	now: () => number = Date.now
): Promise<CodeCheck> {
	const profile = await db.profiles.get(profileId);
	if (!profile) return { kind: 'gone' };
	if (!profile.code) return { kind: 'right' };
	const right = await isCode(pictures, profile.code);
	return db.transaction('rw', db.meta, async (): Promise<CodeCheck> => {
		const tries = await readTries(profileId);
		const waitMs = waitOf(tries, now());
		if (waitMs > 0) return { kind: 'wait', waitMs };
		if (right) {
			await forgetTries(profileId);
			rememberUnlocked(profile);
			return { kind: 'right' };
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

/** She forgot it: counts from the first time she says so. */
export async function requestCodeReset(profileId: string, now: () => number = Date.now): Promise<CodeReset> {
	return db.transaction('rw', db.meta, db.profiles, async () => {
		const tries = await readTries(profileId);
		// A clock that was set back would make the day endless: then it begins again.
		if (tries.resetAskedAtMs === null || tries.resetAskedAtMs > now())
			await writeTries(profileId, { ...tries, resetAskedAtMs: now() });
		return settleCodeReset(profileId, now);
	});
}

/** `asked` opens in `opensInMs`; `open` has no code any more. */
export type CodeReset = { kind: 'none' } | { kind: 'asked'; opensInMs: number } | { kind: 'open' };

/** How it stands with a forgotten code; takes the code away when its day is over. Ask before showing the code's
 * pictures. */
export async function settleCodeReset(profileId: string, now: () => number = Date.now): Promise<CodeReset> {
	return db.transaction('rw', db.meta, db.profiles, async (): Promise<CodeReset> => {
		const profile = await db.profiles.get(profileId);
		if (!profile?.code) return { kind: 'open' };
		const { resetAskedAtMs } = await readTries(profileId);
		if (resetAskedAtMs === null) return { kind: 'none' };
		const opensInMs = resetAskedAtMs + RESET_AFTER_MS - now();
		if (opensInMs > 0) return { kind: 'asked', opensInMs: Math.min(opensInMs, RESET_AFTER_MS) };
		await db.profiles.update(profileId, { code: null, codeSetAtMs: 0 });
		await forgetTries(profileId);
		return { kind: 'open' };
	});
}

/** How long she must still wait; a clock that was set back ends the wait instead of making it years. */
function waitOf({ stoppedAtMs }: Tries, nowMs: number): number {
	if (stoppedAtMs === null || nowMs < stoppedAtMs) return 0;
	return Math.max(0, stoppedAtMs + WAIT_MS - nowMs);
}
