const { happened } = require(`${__hooks}/lib/when.js`);
const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

/** 30 or 60 days after the lesson was done (src/lib/domain/review.ts); null: sooner. */
const after = (moment, done) => `CASE WHEN ${moment} - ${done} >= 60 * 86400000 THEN 60
	WHEN ${moment} - ${done} >= 30 * 86400000 THEN 30 END`;

/** src/lib/domain/review-pilot.ts. */
const leftOut = `(unicode(substr(learner, -1)) + length(lesson) + question) % 2`;

const women = `women (learner) AS (SELECT DISTINCT m.learner FROM memberships m CROSS JOIN groups g ON g.id = m."group"
		WHERE m.untilMs = 0 AND ({:group} = '' OR g.id = {:group}) AND ${inReach('g')})`;

/**
 * Of women within a reach, or of one group: by question, by days after its lesson and by half of a pilot, how many
 * women were asked again, and how many were right the first time then. Read from the events themselves: reviews are
 * few, and the partial index idx_events_review holds only them. min(moment || id) is the first answer, and SQLite
 * takes "right" from its row.
 */
const known = `
WITH ${women},
	answers (learner, lesson, question, after, "right", first) AS (
		SELECT learner, lesson, question, ${after('moment', 'doneAt')} AS after, "right",
			min(printf('%017d', moment) || id)
		FROM (SELECT e.*, p.doneAt
			FROM (SELECT learner, lesson, part AS question, "right", id, ${happened} AS moment
				FROM women CROSS JOIN events USING (learner) WHERE kind = 'review.answered') e
				CROSS JOIN lesson_progress p ON p.learner = e.learner AND p.lesson = e.lesson AND p.doneAt > 0)
		WHERE ${after('moment', 'doneAt')} IS NOT NULL
		GROUP BY 1, 2, 3, 4)
SELECT json_group_array(json_array(lesson, question, after, half, women, "right")) AS json FROM (
	SELECT lesson, question, after, ${leftOut} AS half, count(*) AS women, sum("right") AS "right"
	FROM answers GROUP BY 1, 2, 3, 4)`;

/**
 * Of each woman and course, what she answered before and after it: how many questions were counted, and how many she
 * got right. The first question is to get used to it (src/lib/domain/check.ts); of answers to one question, as two
 * phones may give, the first counts.
 */
const checks = `
WITH ${women},
	answers (learner, course, time, "right", first) AS (
		SELECT learner, data->>'$.course', data->>'$.time', data->>'$.right', min(printf('%017d', ${happened}) || id)
		FROM women CROSS JOIN events USING (learner)
		WHERE kind = 'check.answered' AND data->>'$.question' > 1
		GROUP BY learner, data->>'$.course', data->>'$.time', data->>'$.question')
SELECT json_group_array(json_array(learner, course, time, asked, "right")) AS json FROM (
	SELECT learner, course, time, count(*) AS asked, sum("right") AS "right" FROM answers GROUP BY 1, 2, 3)`;

module.exports = { known, checks };
