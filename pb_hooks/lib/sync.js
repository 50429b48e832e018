const sql = require(`${__hooks}/lib/sync-sql.js`);
const { one, all } = require(`${__hooks}/lib/query.js`);
const { cursorAt, placeOf } = require(`${__hooks}/lib/cursor.js`);

/** One answer's worth: about 100 kB before compression. */
const CHANGES_A_CALL = 500;

/**
 * Takes what one device sends and answers what its learner has elsewhere, in the given transaction.
 * `call.events` and `call.refused` are JSON texts, checked by the app (src/routes/api/sync): events with
 * {id, seq, kind, at, lesson, part, try, right, data}; refused with {id, seq, reason}, one for each number.
 * `afterId`, `afterSeq`: the event before them that the phone thinks delivered (0: none).
 * `call.session` is the hash of the phone's cookie: that it opens this device for this learner is asked here too, in
 * the transaction that writes, whatever the app has asked before. '' is the house itself (the example village).
 * When the outcome is not "stored", nothing was written.
 */
function sync(tx, call, now) {
	const { device, learner, session } = call;
	const found = one(
		tx,
		sql.look,
		{ learner: '', revoked: 0, opened: 0, watermark: 0, last: 0, forked: 0 },
		{
			device,
			learner,
			session,
			now,
			events: call.events,
			refused: call.refused,
			afterId: call.afterId,
			afterSeq: call.afterSeq
		}
	);
	if (!found) return { outcome: 'not_joined' };
	if (found.revoked) return { outcome: 'device_revoked' };
	if (found.learner !== learner || (session !== '' && !found.opened)) return { outcome: 'not_joined' };
	if (found.forked) return { outcome: 'device_forked' };

	// A store that was put back to before what the phone builds on: nobody knows whose numbers the missing ones are.
	const isBehind = call.afterSeq > found.watermark;
	const refused = isBehind ? [] : store(tx, call, found.last, now);
	const { watermark } = one(
		tx,
		sql.advance,
		{ watermark: 0 },
		{ device, now, watermark: found.watermark, app: call.app, freeBytes: call.freeBytes }
	);
	const about = one(tx, sql.about, { learner: '', badges: '', completed: '' }, { learner });
	return { outcome: 'stored', watermark, refused, ...changesFor(tx, call), ...about };
}

/** Stores events and exceptions, and folds what is fresh into the roll-up.
 * @returns ids that turned out to be another woman's */
function store(tx, call, last, now) {
	const { device, learner, events } = call;
	const exceptions = JSON.parse(call.refused);
	const stranger = [];
	if (events !== '[]') {
		const inserted = tx
			.db()
			.newQuery(sql.insert)
			.bind({ learner, device, now, events })
			.execute()
			.rowsAffected();
		if (inserted) {
			tx.db().newQuery(sql.rollUpLessons).bind({ last, now }).execute();
			tx.db().newQuery(sql.rollUpQuestions).bind({ last }).execute();
		}
		if (inserted < call.count)
			for (const { id, seq, own } of all(
				tx,
				sql.elsewhere,
				{ id: '', seq: 0, own: 0 },
				{ learner, device, events }
			)) {
				exceptions.push({ id, seq, reason: own ? 'delivered_elsewhere' : 'malformed' });
				if (!own) stranger.push(id);
			}
	}
	if (exceptions.length)
		tx.db()
			.newQuery(sql.except)
			.bind({ device, exceptions: JSON.stringify(exceptions) })
			.execute();
	return stranger;
}

/** Her events from other devices after the phone's cursor, and the cursor to ask with next time. */
function changesFor(tx, { learner, device, since }) {
	const after = placeOf(tx, sql.markAt, learner, since);
	const { found, last, events } = one(
		tx,
		sql.changes,
		{ found: 0, last: 0, events: '' },
		{ learner, device, after, limit: CHANGES_A_CALL }
	);
	const more = found === CHANGES_A_CALL;
	const end = more
		? one(tx, sql.markAt, { place: 0, mark: '' }, { learner, place: last })
		: one(tx, sql.newest, { place: 0, mark: '' }, { learner });
	return { events, more, cursor: end ? cursorAt(end) : 0 };
}

module.exports = { sync };
