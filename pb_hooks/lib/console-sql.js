const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

// The partial index idx_question_progress_stuck answers who is stuck.
const weeks = `
WITH seen AS (
	SELECT m."group", coalesce((SELECT max(d.pushedAtMs) FROM devices d WHERE d.learner = m.learner), 0) AS at,
		EXISTS (SELECT 1 FROM question_progress q
			WHERE q.learner = m.learner AND q."right" = 0 AND q.wrong >= 3) AS stuck
	FROM memberships m JOIN groups g ON g.id = m."group"
	WHERE m.untilMs = 0 AND ${inReach('g')}
)
SELECT json_group_array(json_array("group", active, needing)) AS json FROM (
	SELECT "group", sum(at >= {:activeSince}) AS active, sum(stuck OR (at > 0 AND at < {:quietBefore})) AS needing
	FROM seen GROUP BY "group"
)`;

module.exports = { weeks };
