import { db } from '../database';
import { forgetTries, readTries, writeTries } from './code-tries';

/** A forgotten code opens a day after she said so: whoever only borrows the phone has given it back by then. */
const RESET_AFTER_MS = 24 * 60 * 60_000;

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
