// What was said 30 and 90 days after a course: src/lib/domain/followup.ts is the rule when, docs/decisions/0038 says
// which figure each question feeds.
const { happened } = require(`${__hooks}/lib/when.js`);

/**
 * The answer that counts to each question of each round, of the women in `who` (a table or CTE with a column
 * `learner`): as the tail of a WITH, tables `followup_own` and `followups (learner, course, days, question, answer,
 * atMs, by)`. Of several answers of hers the last one counts: on one phone by its own numbering, between phones by the
 * time. What she told her trainer (`by` names who asked) counts where her own phone has said nothing. The partial index
 * idx_events_followup holds only these events; with one max(), SQLite takes the other columns from its row.
 */
const followups = (who) => `
	followup_own (learner, course, days, question, answer, atMs, last) AS (
		SELECT learner, course, days, question, answer, moment, max(printf('%017d', moment) || id) FROM (
			SELECT e.learner, e.id, e.data->>'$.course' AS course, e.data->>'$.days' AS days,
				e.data->>'$.question' AS question, e.data->>'$.answer' AS answer, ${happened} AS moment, max(e.seq)
			FROM (SELECT DISTINCT learner FROM ${who}) w CROSS JOIN events e ON e.learner = w.learner
			WHERE e.kind = 'followup.answered'
			GROUP BY e.learner, e.device, course, days, question)
		GROUP BY learner, course, days, question),
	followups (learner, course, days, question, answer, atMs, by) AS (
		SELECT learner, course, days, question, answer, atMs, '' FROM followup_own
		UNION ALL
		SELECT t.learner, t.course, t.days, t.question, t.answer, t.atMs, t.by
		FROM (SELECT DISTINCT learner FROM ${who}) w CROSS JOIN followup_told t ON t.learner = w.learner
		WHERE NOT EXISTS (SELECT 1 FROM followup_own o WHERE o.learner = t.learner AND o.course = t.course
			AND o.days = t.days AND o.question = t.question))`;

const hers = `her (learner) AS (SELECT {:learner})`;

/** All that one woman said: [course, days, question, answer, atMs, who asked her], and the rounds that she ended. */
const ofLearner = {
	answers: `
WITH ${hers}, ${followups('her')}
SELECT json_group_array(json_array(course, days, question, answer, atMs, by,
	coalesce((SELECT name FROM staff s WHERE s.id = by), ''))) AS json FROM followups`,

	// Events of no lesson are few, and idx_events_learner_lesson holds them together.
	ended: `
SELECT json_group_array(json_array(course, days, atMs)) AS json FROM (
	SELECT data->>'$.course' AS course, data->>'$.days' AS days, max(${happened}) AS atMs FROM events
	WHERE learner = {:learner} AND lesson = '' AND kind = 'followup.ended' GROUP BY 1, 2)`
};

/** What she told somebody of the staff: again is as once, another answer takes the place of the first. */
const tell = `
INSERT INTO followup_told (id, learner, course, days, question, answer, atMs, by)
SELECT 'r' || lower(hex(randomblob(7))), l.id, {:course}, {:days}, value->>'$.question', value->>'$.answer', {:now}, {:by}
FROM learners l CROSS JOIN json_each({:answers}) WHERE l.id = {:learner}
ON CONFLICT (learner, course, days, question) DO UPDATE SET
	answer = excluded.answer, atMs = excluded.atMs, by = excluded.by WHERE answer <> excluded.answer`;

module.exports = { followups, ofLearner, tell };
