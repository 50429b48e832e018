// The statements of POST /api/banmay/sync, each over one bound JSON parameter: fifty events cost one parse, not
// fifty round trips through the interpreter. `{:name}` is bound, `value` is an element of json_each.

const { happened, dayOf, placeInWeek, weekOf } = require(`${__hooks}/lib/when.js`);
const { patternOf } = require(`${__hooks}/lib/pattern-sql.js`);

/** Who this device is, the newest row before the call (`last`: everything above is fresh), and what the call would
 * collide with, as far as its events are given. Usually they are not: a collision shows in what is not inserted, and
 * only then is it worth to look for each. `excepted`: some of this device's numbers were filled without a row.
 * CROSS JOIN keeps SQLite from walking through all of the device's events for each one that was sent. */
const look = `
WITH sent (id, seq) AS (
	SELECT value->>'$.id', value->>'$.seq' FROM json_each({:events})
	UNION ALL SELECT value->>'$.id', value->>'$.seq' FROM json_each({:refused})
	UNION ALL SELECT {:afterId}, {:afterSeq})
SELECT d.learner, d.revokedAtMs AS revoked, d.watermark,
	EXISTS (SELECT 1 FROM sessions s JOIN learners l ON l.id = s.user
		WHERE s.id = {:session} AND s.kind = 'learner' AND s.user = {:learner} AND s.device = {:device}
			AND s.expiresAt > {:now}) AS opened,
	coalesce((SELECT max(rowid) FROM events), 0) AS last,
	EXISTS (SELECT 1 FROM event_exceptions WHERE device = {:device}) AS excepted,
	EXISTS (SELECT 1 FROM sent CROSS JOIN events e ON e.device = {:device} AND e.seq = sent.seq
		WHERE e.id <> sent.id)
	OR EXISTS (SELECT 1 FROM sent CROSS JOIN event_exceptions x ON x.device = {:device} AND x.seq = sent.seq
		WHERE x.event <> sent.id) AS forked
FROM devices d WHERE d.id = {:device}`;

const insert = `
INSERT INTO events (id, learner, device, seq, kind, at, receivedAt, lesson, part, try, "right", data)
SELECT value->>'$.id', {:learner}, {:device}, value->>'$.seq', value->>'$.kind', value->>'$.at', {:now},
	value->>'$.lesson', value->>'$.part', value->>'$.try', value->>'$.right', value->>'$.data'
FROM json_each({:events}) WHERE true
ON CONFLICT DO NOTHING`;

/** Events whose id is stored already, but not as this device's number: hers from another device (delivered: the
 * number counts as filled) or another woman's (refused, and nothing is said about it). */
const elsewhere = `
SELECT e.id, value->>'$.seq' AS seq, e.learner = {:learner} AS own
FROM json_each({:events}) CROSS JOIN events e ON e.id = value->>'$.id'
WHERE NOT (e.device = {:device} AND e.seq = value->>'$.seq')`;

const except = `
INSERT INTO event_exceptions (id, device, seq, event, reason)
SELECT 'r' || lower(hex(randomblob(7))), {:device}, value->>'$.seq', value->>'$.id', value->>'$.reason'
FROM json_each({:exceptions}) WHERE true
ON CONFLICT DO NOTHING`;

/** The fold of domain/progress.ts over the fresh rows, joined to what was known. sum(DISTINCT 1 << n) is the OR of
 * bits; 0 stands for "not completed", so the first millisecond of 1970 counts as the second. */
const rollUpLessons = `
INSERT INTO lesson_progress (id, learner, lesson, heard, "right", right_first, answers, wrong, completedAt, firstAt,
	lastAt, receivedAt, doneAt)
SELECT 'r' || lower(hex(randomblob(7))), learner, lesson,
	coalesce(sum(DISTINCT CASE WHEN kind = 'card.heard' THEN 1 << part END), 0),
	coalesce(sum(DISTINCT CASE WHEN kind = 'question.answered' AND "right" THEN 1 << part END), 0),
	coalesce(sum(DISTINCT CASE WHEN kind = 'question.answered' AND "right" AND try = 1 THEN 1 << part END), 0),
	sum(kind = 'question.answered'), sum(kind = 'question.answered' AND NOT "right"),
	coalesce(min(CASE WHEN kind = 'lesson.completed' THEN max(at, 1) END), 0),
	min(at), max(at), {:now},
	coalesce(min(CASE WHEN kind = 'lesson.completed' THEN ${happened} END), 0)
FROM events
WHERE rowid > {:last} AND kind IN ('lesson.opened', 'card.heard', 'question.answered', 'lesson.completed')
GROUP BY lesson
ON CONFLICT (learner, lesson) DO UPDATE SET
	heard = heard | excluded.heard, "right" = "right" | excluded."right",
	right_first = right_first | excluded.right_first,
	answers = answers + excluded.answers, wrong = wrong + excluded.wrong,
	completedAt = CASE WHEN completedAt = 0 THEN excluded.completedAt WHEN excluded.completedAt = 0 THEN completedAt
		ELSE min(completedAt, excluded.completedAt) END,
	doneAt = CASE WHEN doneAt = 0 THEN excluded.doneAt WHEN excluded.doneAt = 0 THEN doneAt
		ELSE min(doneAt, excluded.doneAt) END,
	firstAt = min(firstAt, excluded.firstAt), lastAt = max(lastAt, excluded.lastAt), receivedAt = excluded.receivedAt`;

/** `first` begins with its time, so the least is the first, in whatever order they come; its last letter is 1 when it
 * was right. */
const rollUpQuestions = `
INSERT INTO question_progress (id, learner, lesson, question, answers, wrong, "right", right_first, first, lastAt)
SELECT 'r' || lower(hex(randomblob(7))), learner, lesson, part, count(*), sum(NOT "right"), max("right"),
	max("right" AND try = 1),
	min(printf('%017d', ${happened}) || id || CASE WHEN "right" THEN 1 ELSE 0 END), max(${happened})
FROM events WHERE rowid > {:last} AND kind = 'question.answered'
GROUP BY lesson, part
ON CONFLICT (learner, lesson, question) DO UPDATE SET
	answers = answers + excluded.answers, wrong = wrong + excluded.wrong,
	"right" = max("right", excluded."right"), right_first = max(right_first, excluded.right_first),
	first = CASE first WHEN '' THEN excluded.first ELSE min(first, excluded.first) END,
	lastAt = max(lastAt, excluded.lastAt)`;

/** The weeks in which she was there: with anything that her phone told. Grouped by week alone: all fresh rows are hers,
 * and by learner SQLite would walk through everything she ever did, for the sake of its index. */
const rollUpWeeks = `
INSERT INTO week_activity (id, learner, week, days, acts, lastAt)
SELECT 'r' || lower(hex(randomblob(7))), learner, ${weekOf(happened)} AS week,
	sum(DISTINCT 1 << ${placeInWeek(dayOf(happened))}), count(*), max(${happened})
FROM events WHERE rowid > {:last} GROUP BY 3
ON CONFLICT (learner, week) DO UPDATE SET days = days | excluded.days, acts = acts + excluded.acts,
	lastAt = max(lastAt, excluded.lastAt)`;

/** Moves the watermark over what is stored without a gap above it: numbers w+1, w+2 ... are the 1st, 2nd ... found. */
const advance = `
UPDATE devices SET pushedAtMs = {:now},
	app = CASE {:app} WHEN '' THEN app ELSE {:app} END,
	freeBytes = CASE {:app} WHEN '' THEN freeBytes ELSE {:freeBytes} END,
	watermark = coalesce((
		SELECT max(seq) FROM (
			SELECT seq, row_number() OVER (ORDER BY seq) AS place FROM (
				SELECT seq FROM events WHERE device = {:device} AND seq > {:watermark}
				UNION SELECT seq FROM event_exceptions WHERE device = {:device} AND seq > {:watermark}))
		WHERE seq = {:watermark} + place), watermark)
WHERE id = {:device}
RETURNING watermark`;

/** What the phone is told about her beside events, and which lessons the badge rule may look at. */
const aboutHer = `
	json_object('id', l.id, 'name', l.name, 'picture', l.picture, 'codeResetAtMs', nullif(l.codeResetAtMs, 0),
		'group', coalesce((SELECT g.name FROM memberships m JOIN groups g ON g.id = m."group"
			WHERE m.learner = l.id AND m.untilMs = 0 ORDER BY g.archived, m.created LIMIT 1), ''),
		'pattern', json(${patternOf('l.id')})) AS learner,
	(SELECT json_group_array(json_object('id', id, 'course', course, 'issuedAtMs', issuedAtMs))
		FROM badges WHERE learner = l.id) AS badges,
	(SELECT json_group_array(json_array(lesson, "right", completedAt))
		FROM lesson_progress WHERE learner = l.id AND completedAt > 0) AS completed`;

/**
 * What the phone is told, all read at one moment: hers from other devices after the place of its cursor, in the order
 * in which they came (most women have one device: then nothing is walked through), where to ask on, and about her.
 * `found` = the limit: there may be more. A cursor whose mark
 * is not at its place is from another store (a restored backup): then from the beginning.
 */
const answer = `
WITH start (place) AS (SELECT coalesce((SELECT rowid FROM events
		WHERE rowid = {:place} AND learner = {:learner} AND substr(id, -4) = {:mark}), 0)),
	foreign_events (place, event) AS (
		SELECT e.rowid, json_object('id', e.id, 'device', e.device, 'seq', e.seq, 'kind', e.kind, 'at', e.at,
			'data', json(e.data))
		FROM start CROSS JOIN events e
		WHERE e.learner = {:learner} AND e.rowid > start.place AND e.device <> {:device}
			AND EXISTS (SELECT 1 FROM devices WHERE learner = {:learner} AND id <> {:device})
		ORDER BY e.rowid LIMIT {:limit}),
	changes (found, last, events) AS (
		SELECT count(*), coalesce(max(place), 0), json_group_array(json(event)) FROM foreign_events),
	goOn (place) AS (SELECT CASE found WHEN {:limit} THEN last ELSE coalesce((SELECT rowid FROM events
		WHERE learner = {:learner} ORDER BY rowid DESC LIMIT 1), 0) END FROM changes)
SELECT changes.found, changes.events, goOn.place,
	coalesce((SELECT substr(id, -4) FROM events WHERE rowid = goOn.place), '') AS mark, ${aboutHer}
FROM learners l, changes, goOn WHERE l.id = {:learner}`;

/** The same about her alone. */
const about = `SELECT ${aboutHer} FROM learners l WHERE l.id = {:learner}`;

module.exports = {
	look,
	insert,
	elsewhere,
	except,
	rollUpLessons,
	rollUpQuestions,
	rollUpWeeks,
	advance,
	answer,
	about
};
