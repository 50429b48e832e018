// What trainers see over one or several groups, from the roll-ups alone. Every statement answers one row with one
// JSON text (see sendJson); `{:groups}` is a JSON list of group ids.
const { happened, weekOf } = require(`${__hooks}/lib/when.js`);

const members = `memberships m WHERE m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups}))`;
const theirs = `(SELECT m.learner FROM ${members})`;
/** The last letter of `first` says whether her first answer was right (sync-sql.js). */
const firstWasRight = `substr(first, 44) = '1'`;

/** The weeks in which a woman was there: something happened on a phone of hers, or she heard a lesson in a group. */
const there = `
	SELECT learner, week FROM week_activity WHERE learner IN ${theirs} AND week >= {:fromWeek}
	UNION SELECT learner, ${weekOf('moment')} FROM (SELECT learner, ${happened} AS moment FROM (
		SELECT h.learner, m.at, m.receivedAt FROM group_hearings h JOIN meetings m ON m.id = h.meeting
		WHERE h.learner IN ${theirs})) WHERE moment >= {:fromMs}`;

const needs = {
	women: `
WITH t (learner, groups) AS (SELECT m.learner, json_group_array(m."group") FROM ${members} GROUP BY m.learner),
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

/** Women there, and lessons done, in each week; over all of the groups each woman counts once. */
const weeks = {
	active: `
SELECT json_group_array(json_array(week, n)) AS json FROM (
	SELECT week, count(*) AS n FROM (${there}) GROUP BY week)`,

	done: `
SELECT json_group_array(json_array(week, n)) AS json FROM (
	SELECT ${weekOf('doneAt')} AS week, count(*) AS n FROM lesson_progress
	WHERE learner IN ${theirs} AND doneAt > 0 AND doneAt >= {:fromMs} GROUP BY 1)`,

	women: `SELECT json_object('n', count(DISTINCT m.learner)) AS json FROM ${members}`
};

/** The same, group by group. */
const weeksByGroup = {
	active: `
SELECT json_group_array(json_array("group", week, n)) AS json FROM (
	SELECT m."group", w.week, count(*) AS n FROM memberships m JOIN (${there}) w ON w.learner = m.learner
	WHERE m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups})) GROUP BY 1, 2)`,

	done: `
SELECT json_group_array(json_array("group", week, n)) AS json FROM (
	SELECT m."group", ${weekOf('p.doneAt')} AS week, count(*) AS n
	FROM memberships m JOIN lesson_progress p ON p.learner = m.learner AND p.doneAt > 0 AND p.doneAt >= {:fromMs}
	WHERE m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups})) GROUP BY 1, 2)`
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
