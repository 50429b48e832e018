// What trainers see over one or several groups, from the roll-ups alone. Every statement answers one row with one
// JSON text (see sendJson); `{:groups}` is a JSON list of group ids.
const { happened, dayOf, weekOf } = require(`${__hooks}/lib/when.js`);
const { stint } = require(`${__hooks}/lib/stint-sql.js`);

const today = `memberships m WHERE m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups}))`;
const theirs = `(SELECT m.learner FROM ${today})`;
/** The last letter of `first` says whether her first answer was right (sync-sql.js). */
const firstWasRight = `substr(first, 44) = '1'`;

/** The weeks that are looked back on, from {:fromWeek} on: WEEKS_SHOWN of src/lib/server/repositories/seeing.ts. */
const WEEKS = 10;
const EVER = '9007199254740991';
const weekStart = (week) => `((${week}) * 7 - 3) * 86400000 - 25200000`;

/**
 * The weeks in which a woman was there: something happened on a phone of hers, or she heard a lesson in a group. Of a
 * group who was in it then: past weeks are not those of today's members. The day on which she moved counts for both.
 */
const firstDay = dayOf('s.since');
const afterDay = `(${dayOf('s.till - 1')} + 1)`;
const there = `WITH ${stint('SELECT value AS id FROM json_each({:groups})', '{:fromMs}', EVER)},
	there ("group", learner, week) AS (
		SELECT s."group", s.learner, w.week FROM stint s CROSS JOIN week_activity w ON w.learner = s.learner
			AND w.week >= {:fromWeek} AND w.week BETWEEN ${weekOf('s.since')} AND ${weekOf('s.till - 1')}
			AND w.days & ((1 << min(7, ${afterDay} - w.week * 7 + 3)) - (1 << max(0, ${firstDay} - w.week * 7 + 3))) > 0
		UNION SELECT s."group", s.learner, ${weekOf('h.moment')} FROM stint s JOIN (
			SELECT learner, ${happened} AS moment FROM (SELECT h.learner, m.at, m.receivedAt FROM group_hearings h
				JOIN meetings m ON m.id = h.meeting WHERE h.learner IN (SELECT learner FROM stint))) h
			ON h.learner = s.learner AND h.moment >= s.since AND h.moment < s.till)`;
/** Lessons that a woman had done for the first time while she was in the group. */
const done = `WITH ${stint('SELECT value AS id FROM json_each({:groups})', '{:fromMs}', EVER)},
	done ("group", learner, lesson, week) AS (
		SELECT DISTINCT s."group", s.learner, p.lesson, ${weekOf('p.doneAt')} FROM stint s CROSS JOIN lesson_progress p
			ON p.learner = s.learner AND p.doneAt > 0 AND p.doneAt >= s.since AND p.doneAt < s.till)`;
/** Who was in the group in a week, at least for a while; who was there was in it. */
const members = `${there},
	shown (week) AS (SELECT CAST({:fromWeek} AS INTEGER)
		UNION ALL SELECT week + 1 FROM shown WHERE week < {:fromWeek} + ${WEEKS - 1}),
	member ("group", learner, week) AS (
		SELECT s."group", s.learner, w.week FROM stint s JOIN shown w
			ON s.fromMs < ${weekStart('w.week + 1')} AND s.till > ${weekStart('w.week')}
		UNION SELECT "group", learner, week FROM there)`.replace('WITH ', 'WITH RECURSIVE ');

const needs = {
	women: `
WITH t (learner, groups) AS (SELECT m.learner, json_group_array(m."group") FROM ${today} GROUP BY m.learner),
	d (learner, phones, revoked, seen) AS (
		SELECT learner, sum(revokedAtMs = 0), sum(revokedAtMs > 0), max(pushedAtMs) FROM devices
		WHERE learner IN ${theirs} GROUP BY learner)
SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'picture', l.picture, 'groups', json(t.groups),
	'cardIssuedAtMs', l.cardIssuedAt, 'cardRevoked', l.cardRevoked,
	'phones', coalesce(d.phones, 0), 'revokedPhones', coalesce(d.revoked, 0), 'lastSeenAtMs', coalesce(d.seen, 0),
	'hasLearned', EXISTS (SELECT 1 FROM lesson_progress p WHERE p.learner = l.id)
		OR EXISTS (SELECT 1 FROM group_hearings h WHERE h.learner = l.id))) AS json
FROM t CROSS JOIN learners l ON l.id = t.learner LEFT JOIN d ON d.learner = t.learner`,

	// The partial index idx_question_progress_stuck holds only these rows.
	stuck: `
SELECT json_group_array(json_array(learner, lesson, question, wrong, CAST(substr(first, 1, 17) AS INTEGER), lastAt)) AS json
FROM question_progress WHERE learner IN ${theirs} AND "right" = 0 AND wrong >= 3`,

	falls: `
SELECT json_group_array(json_array(learner, lesson, json(fell), lastAt)) AS json
FROM practice_progress WHERE learner IN ${theirs} AND fell <> '[]'`,

	/** Room on her phones, the least of them, as they last told. */
	free: `
SELECT json_group_array(json_array(learner, free)) AS json FROM (
	SELECT learner, min(freeBytes) AS free FROM devices
	WHERE learner IN ${theirs} AND revokedAtMs = 0 AND app <> '' AND freeBytes >= 0 GROUP BY learner)`,

	// The partial index idx_events_missing_clip holds only these rows.
	clips: `
SELECT json_group_array(json_array(learner, lesson, n, since)) AS json FROM (
	SELECT learner, lesson, count(*) AS n, min(receivedAt) AS since FROM events
	WHERE learner IN ${theirs} AND kind = 'clip.missing' AND receivedAt >= {:clipsSince} GROUP BY learner, lesson)`
};

/** Each question: how many women have answered it, and how many of them rightly the first time. */
const questions = `
SELECT json_group_array(json_array(lesson, question, answered, rightFirst)) AS json FROM (
	SELECT lesson, question, count(*) AS answered, sum(${firstWasRight}) AS rightFirst
	FROM question_progress WHERE learner IN ${theirs} GROUP BY lesson, question)`;

/** Women there, lessons done and who was in the groups, in each week; over all of the groups each counts once. */
const weeks = {
	active: `${there}
SELECT json_group_array(json_array(week, n)) AS json FROM (
	SELECT week, count(DISTINCT learner) AS n FROM there GROUP BY week)`,

	done: `${done}
SELECT json_group_array(json_array(week, n)) AS json FROM (
	SELECT week, count(*) AS n FROM (SELECT DISTINCT learner, lesson, week FROM done) GROUP BY week)`,

	members: `${members}
SELECT json_group_array(json_array(week, n)) AS json FROM (
	SELECT week, count(DISTINCT learner) AS n FROM member GROUP BY week)`,

	women: `SELECT json_object('n', count(DISTINCT m.learner)) AS json FROM ${today}`
};

/** The same, group by group. */
const byGroup = (ctes, from) => `${ctes}
SELECT json_group_array(json_array("group", week, n)) AS json FROM (
	SELECT "group", week, count(*) AS n FROM ${from} GROUP BY 1, 2)`;
const weeksByGroup = {
	active: byGroup(there, 'there'),
	done: byGroup(done, 'done'),
	members: byGroup(members, 'member')
};

/** One woman's answers to each question, how the first one was, and how it went when it was heard again: how often, and
 * the last time (with one max(), SQLite takes "right" from its row). idx_events_review holds only these events. */
const answers = `
WITH again (lesson, question, n, "right", last) AS (
	SELECT lesson, part, count(*), "right", max(printf('%017d', ${happened}) || id) FROM events
	WHERE learner = {:learner} AND kind = 'review.answered' GROUP BY lesson, part)
SELECT json_group_array(json_array(q.lesson, q.question, q.answers, q.wrong, q."right", ${firstWasRight}, q.lastAt,
	coalesce(a.n, 0), coalesce(a."right", 0))) AS json
FROM question_progress q LEFT JOIN again a ON a.lesson = q.lesson AND a.question = q.question
WHERE q.learner = {:learner}`;

module.exports = { needs, questions, weeks, weeksByGroup, answers };
