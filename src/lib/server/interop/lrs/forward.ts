import { env } from '../../env';
import { cardPepper } from '../../pepper';
import { currentCatalog } from '../../repositories/catalog';
import { badgesAfter, eventsAfter, joinedAfter } from '../feed';
import { keepRefused } from '../refused';
import { noteOutcome } from '../note-outcome';
import { secretOf, type Target } from '../targets';
import { earnedStatements, registeredStatements, statementsOf } from '../xapi/statements';
import { TOLD_KINDS } from '../xapi/verbs';
import { postStatements } from './post-statements';
import { sendBatch } from './send-batch';

/** LRSs differ in what they take at once; all take fifty. */
const BATCH = 50;

/**
 * Sends the next statements to the LRS. The cursor moves only after they were taken or put aside: a kill at any
 * moment sends some twice, which their ids make harmless.
 * @returns whether there may be more to send at once
 */
export async function forwardOnce(target: Target, post = postStatements): Promise<boolean> {
	const where = { catalog: await currentCatalog(), origin: env.linkOrigin, pepper: cardPepper() };
	const lrs = { url: target.url, user: target.user, secret: secretOf(target) };
	const room = () => BATCH - statements.length;
	// Who joins comes before what she does; a full batch leaves the rest for the next one.
	const joined = await joinedAfter(target.joined, BATCH);
	const statements = registeredStatements(joined.rows, where);
	const events = room() > 0 ? await eventsAfter(target.events, TOLD_KINDS, room()) : null;
	if (events) statements.push(...statementsOf(events.rows, where));
	const badges = room() > 0 ? await badgesAfter(target.badges, room()) : null;
	if (badges) statements.push(...earnedStatements(badges.rows, where));
	const sent = await sendBatch(statements, (batch) => post(lrs, batch));
	for (const { statement, why } of sent.culprits) await keepRefused('lrs', statement.id, why, statement);
	await noteOutcome(target, {
		stopped: sent.stopped,
		delivered: sent.taken,
		cursors: {
			joined: joined.cursor,
			events: events?.cursor ?? target.events,
			badges: badges?.cursor ?? target.badges
		}
	});
	return !sent.stopped && (joined.more || events?.more !== false || badges?.more !== false);
}
