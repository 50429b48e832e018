const sql = require(`${__hooks}/lib/sync-sql.js`);
const practices = require(`${__hooks}/lib/practice-sql.js`);
const notices = require(`${__hooks}/lib/notice-sql.js`);
const together = require(`${__hooks}/lib/together.js`);
const voices = require(`${__hooks}/lib/voices.js`);
const stalls = require(`${__hooks}/lib/stall-sql.js`);
const { one, all } = require(`${__hooks}/lib/query.js`);
const { cursorAt, partsOf } = require(`${__hooks}/lib/cursor.js`);

/** One answer's worth: about 100 kB before compression. */
const CHANGES_A_CALL = 500;

/**
 * Takes what one device sends, in the given transaction.
 * `call.events` and `call.refused` are JSON texts, checked by the app (src/routes/api/sync): events with
 * {id, seq, kind, at, lesson, part, try, right, data}; refused with {id, seq, reason}, one for each number.
 * `afterId`, `afterSeq`: the event before them that the phone thinks delivered (0: none).
 * `call.session` is the hash of the phone's cookie: that it opens this device for this learner is asked here too, in
 * the transaction that writes, whatever the app has asked before. '' is the house itself (the example village).
 * When the outcome is not "stored", the caller undoes the transaction: something may have been written by then.
 */
function store(tx, call, now) {
	const { device, learner, session } = call;
	const found = lookAt(tx, call, '[]', now);
	if (!found) return { outcome: 'not_joined' };
	if (found.revoked) return { outcome: 'device_revoked' };
	if (found.learner !== learner || (session !== '' && !found.opened)) return { outcome: 'not_joined' };
	// A store that was put back to before what the phone builds on: nobody knows whose numbers the missing ones are.
	const isBehind = call.afterSeq > found.watermark;
	const isForked = () => lookAt(tx, call, call.events, now).forked;
	if (found.forked || ((isBehind || found.excepted) && isForked())) return { outcome: 'device_forked' };

	const kept = isBehind ? { refused: [], inserted: call.count } : insert(tx, call, found.last, now);
	if (kept.inserted < call.count && isForked()) return { outcome: 'device_forked' };
	const { watermark } = one(
		tx,
		sql.advance,
		{ watermark: 0 },
		{ device, now, watermark: found.watermark, app: call.app, freeBytes: call.freeBytes }
	);
	return { outcome: 'stored', watermark, refused: kept.refused };
}

function lookAt(tx, call, events, now) {
	const { device, learner, session, refused, afterId, afterSeq } = call;
	return one(
		tx,
		sql.look,
		{ learner: '', revoked: 0, opened: 0, watermark: 0, last: 0, excepted: 0, forked: 0 },
		{ device, learner, session, now, events, refused, afterId, afterSeq }
	);
}

/** Stores events and exceptions, and folds what is fresh into the roll-up.
 * @returns how many events were fresh, and ids that turned out to be another woman's */
function insert(tx, call, last, now) {
	const { device, learner, events } = call;
	let inserted = 0;
	const exceptions = JSON.parse(call.refused);
	const stranger = [];
	if (events !== '[]') {
		inserted = tx.db().newQuery(sql.insert).bind({ learner, device, now, events }).execute().rowsAffected();
		if (inserted) {
			tx.db().newQuery(sql.rollUpLessons).bind({ last, now }).execute();
			tx.db().newQuery(sql.rollUpQuestions).bind({ last }).execute();
			tx.db().newQuery(sql.rollUpWeeks).bind({ last }).execute();
			if (events.includes('practice.completed'))
				tx.db().newQuery(practices.rollUpPractices).bind({ last }).execute();
			if (events.includes('lesson.heard_together') || events.includes('meeting.held'))
				together.foldFresh(tx, last, now);
			if (events.includes('notice.heard')) tx.db().newQuery(notices.rollUpHeard).bind({ last }).execute();
			if (/"(stall|contact|product)\./.test(events))
				tx.db().newQuery(stalls.owe).bind({ last, now }).execute();
			voices.foldFresh(tx, events, last, now);
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
	return { inserted, refused: stranger };
}

/** What her phone is told after it has delivered: her events from other devices after its cursor, the cursor to ask
 * with next time, and what stands about her. Reads only: no other phone waits for it. */
function tell(app, { learner, device, since, notices: digest, together: groupsDigest }) {
	const { found, events, place, mark, ...about } = one(
		app,
		sql.answer,
		{ found: 0, events: '', place: 0, mark: '', learner: '', badges: '', completed: '' },
		{ learner, device, limit: CHANGES_A_CALL, ...partsOf(since) }
	);
	const notices = digest === null ? '' : tellNotices(app, learner, digest);
	const hers = groupsDigest === null ? '' : together.tellTogether(app, learner, groupsDigest);
	const news = { notices, together: hers };
	return { events, more: found === CHANGES_A_CALL, cursor: cursorAt({ place, mark }), ...news, ...about };
}

/** As JSON, all notices that are for her now; '' when the phone's digest says that it has these. Usually one look at
 * three indexes is all that it takes. */
function tellNotices(app, learner, known) {
	const hers = { learner, now: Date.now() };
	const { marks } = one(app, notices.marks, { marks: '' }, hers);
	const digest = marks && $security.md5(marks).slice(0, 16);
	if (digest === known) return '';
	return `{"digest":"${digest}","all":${marks ? one(app, notices.all, { json: '' }, hers).json : '[]'}}`;
}

module.exports = { store, tell };
