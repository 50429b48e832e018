// What the evening's list and a month's summary need beside the roll-ups that trainers see. `{:groups}` is a JSON list.
const members = `memberships m WHERE m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups}))`;
const theirs = `(SELECT m.learner FROM ${members})`;

/** Who has not done what an assignment asks for: `{:assignments}` is a JSON list of {id, lessons}. Whom a notice is for
 * is said in notice-sql.js. */
const due = `
SELECT json_group_array(json_array(learner, notice)) AS json FROM (
	SELECT DISTINCT m.learner, n.id AS notice
	FROM json_each({:assignments}) a CROSS JOIN notices n ON n.id = a.value->>'$.id'
		CROSS JOIN notice_targets t ON t.notice = n.id
		CROSS JOIN memberships m ON m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups}))
			AND (t.target = m.learner
				OR (t.target IN (m."group", 'everybody') AND (n.newcomers OR m.created <= t.added)))
	WHERE EXISTS (SELECT 1 FROM json_each(a.value->'$.lessons') wanted WHERE NOT EXISTS (
		SELECT 1 FROM lesson_progress p
		WHERE p.learner = m.learner AND p.lesson = wanted.value AND p.completedAt > 0)))`;

const marks = `
SELECT json_group_array(json_object('learner', learner, 'need', need, 'mark', mark, 'atMs', atMs)) AS json
FROM need_marks WHERE learner IN ${theirs}`;

/** One span of days: `{:fromDay}` and `{:toDay}` are days since 1970 in Vietnam, `{:fromMs}` and `{:toMs}` the same in
 * milliseconds. week_activity keeps each week's days as bits (sync-sql.js). */
const span = {
	learned: `
SELECT json_array(count(DISTINCT w.learner)) AS json
FROM week_activity w CROSS JOIN json_each('[0,1,2,3,4,5,6]') d
WHERE w.learner IN ${theirs} AND (w.days >> d.value) & 1
	AND w.week * 7 - 3 + d.value >= {:fromDay} AND w.week * 7 - 3 + d.value < {:toDay}`,
	lessons: `
SELECT json_array(count(*)) AS json FROM lesson_progress
WHERE learner IN ${theirs} AND doneAt >= {:fromMs} AND doneAt < {:toMs}`,
	// The partial index idx_events_review holds only these rows.
	reviews: `
SELECT json_array(count(*)) AS json FROM events
WHERE learner IN ${theirs} AND kind = 'review.answered' AND receivedAt >= {:fromMs} AND receivedAt < {:toMs}`,
	badges: `
SELECT json_array(count(*)) AS json FROM badges
WHERE learner IN ${theirs} AND issuedAtMs >= {:fromMs} AND issuedAtMs < {:toMs}`,
	meetings: `
SELECT json_array(count(*)) AS json FROM meetings
WHERE "group" IN (SELECT value FROM json_each({:groups})) AND at >= {:fromMs} AND at < {:toMs}`
};

module.exports = { due, marks, span };
