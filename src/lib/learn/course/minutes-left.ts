/** Before this much time has passed a guess would jump about. */
const GUESS_AFTER_MS = 3_000;

/** Whole minutes until a download is done at the pace it had so far, at least one; null while that is a wild guess. */
export function minutesLeft(
	began: { atMs: number; bytes: number },
	now: { bytesTotal: number; bytesHere: number },
	nowMs: number
): number | null {
	const [tookMs, got] = [nowMs - began.atMs, now.bytesHere - began.bytes];
	if (tookMs < GUESS_AFTER_MS || got <= 0) return null;
	const leftMs = ((now.bytesTotal - now.bytesHere) / got) * tookMs;
	return Math.max(1, Math.round(leftMs / 60_000));
}
