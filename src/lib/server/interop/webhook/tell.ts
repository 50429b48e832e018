import { env } from '../../env';
import { cardPepper } from '../../pepper';
import { badgesAfter, eventsAfter } from '../feed';
import { noteOutcome, type Stopped } from '../note-outcome';
import { keepRefused } from '../refused';
import { secretOf, type Target } from '../targets';
import { completedMessage, issuedMessage } from './message';
import { postMessage } from './post-message';

/** One call a message: a stop loses at most one that is sent twice. */
const BATCH = 1;
export const WEBHOOK_KINDS = ['course.completed'] as const;

/**
 * Tells the next completed course and the next badge, in order; what the receiver will never take is put aside.
 * @returns whether there may be more to tell at once
 */
export async function tellOnce(target: Target, post = postMessage): Promise<boolean> {
	const where = { origin: env.linkOrigin, pepper: cardPepper() };
	const to = { url: target.url, secret: secretOf(target) };
	const events = await eventsAfter(target.events, WEBHOOK_KINDS, BATCH);
	const badges = await badgesAfter(target.badges, BATCH);
	const cursors = { events: target.events, badges: target.badges, joined: target.joined };
	let delivered = 0;
	const tell = async (message: Parameters<typeof postMessage>[1]): Promise<Stopped | null> => {
		const told = await post(to, message);
		if (told.kind === 'refused' || told.kind === 'later') return told;
		if (told.kind === 'culprit') await keepRefused('webhook', message.id, told.why, message);
		else delivered++;
		return null;
	};
	let stopped: Stopped | null = null;
	for (const event of events.rows) stopped ??= await tell(completedMessage(event, where));
	if (!stopped) {
		cursors.events = events.cursor;
		for (const badge of badges.rows) stopped ??= await tell(issuedMessage(badge, where));
		if (!stopped) cursors.badges = badges.cursor;
	}
	if (!stopped || delivered > 0) await noteOutcome(target, { stopped: null, delivered, cursors });
	if (stopped)
		await noteOutcome(
			{ ...target, tries: delivered > 0 ? 0 : target.tries },
			{ stopped, delivered, cursors }
		);
	return !stopped && (events.more || badges.more);
}
