import { waitAfter } from './back-off';
import { noteTarget, targetNamed, type Target } from './targets';

export type Stopped =
	{ kind: 'refused'; why: string } | { kind: 'later'; why: string; retryAfterMs: number | null };
type Outcome = {
	stopped: Stopped | null;
	delivered: number;
	cursors: Pick<Target, 'events' | 'badges' | 'joined'>;
};

/** Writes down how far a target is; nothing when nothing happened, because this runs every few seconds. */
export async function noteOutcome(
	target: Target,
	{ stopped, delivered, cursors }: Outcome,
	now = Date.now()
): Promise<void> {
	const isSame = (['events', 'badges', 'joined'] as const).every((name) => cursors[name] === target[name]);
	if (!stopped && isSame && delivered === 0 && target.tries === 0) return;
	const found = await targetNamed(target.name);
	// Changed by a manager meanwhile: what was sent to the old address says nothing about the new one.
	if (found?.url !== target.url) return;
	if (!stopped)
		return noteTarget(target, {
			...cursors,
			...{ problem: '', tries: 0, nextAtMs: 0 },
			delivered: target.delivered + delivered,
			...(delivered > 0 ? { lastOkAtMs: now } : {})
		});
	const tries = target.tries + 1;
	const isLater = stopped.kind === 'later';
	await noteTarget(target, {
		problem: stopped.why.slice(0, 200),
		tries,
		nextAtMs: isLater ? now + waitAfter(tries, stopped.retryAfterMs) : 0,
		...(isLater || found.state === 'off' ? {} : { state: 'paused' as const })
	});
}
