const { happened, dayOf, weekOf } = require(`${__hooks}/lib/when.js`);

/**
 * Who was in which group when: one row for each time that a woman was in a group between `from` and `to`, from
 * `since` until before `till`. What she did before anybody put her into a group, and her phone delivered later, counts
 * for her first one: its `since` reaches back to the beginning of the period. Who was put into a group by mistake and
 * taken out in the same moment was never in it.
 */
const stint = (groups, from = '{:from}', to = '{:to}') => `
stint ("group", learner, fromMs, since, till) AS MATERIALIZED (
	SELECT m."group", m.learner, m.fromMs,
		max(CAST(${from} AS INTEGER), CASE WHEN EXISTS (SELECT 1 FROM memberships e WHERE e.learner = m.learner
			AND e.fromMs < m.fromMs) THEN m.fromMs ELSE 0 END),
		min(CAST(${to} AS INTEGER), CASE m.untilMs WHEN 0 THEN CAST(${to} AS INTEGER) ELSE m.untilMs END)
	FROM (${groups}) g CROSS JOIN memberships m ON m."group" = g.id
	WHERE m.fromMs < ${to} AND (m.untilMs = 0 OR (m.untilMs > ${from} AND m.untilMs > m.fromMs)))`;

/** The first whole day, and the first that is not whole any more. */
const firstDay = dayOf('s.since + 86399999');
const lastDay = dayOf('s.till');
const isCut = (moment) => `(${moment} + 25200000) % 86400000 > 0`;

/**
 * Whether a stint `s` has seen anything of hers: something happened on a phone of hers, or she heard a lesson in a group.
 * Whole days are read from the roll-up week_activity; only what began or ended within a day is looked up in the events.
 */
const isActive = `(EXISTS (SELECT 1 FROM week_activity w WHERE w.learner = s.learner AND ${firstDay} < ${lastDay}
		AND w.week BETWEEN (${firstDay} + 3) / 7 AND (${lastDay} + 2) / 7
		AND w.days & ((1 << min(7, ${lastDay} - w.week * 7 + 3)) - (1 << max(0, ${firstDay} - w.week * 7 + 3))) > 0)
	OR ((${isCut('s.since')} OR ${isCut('s.till')}) AND EXISTS (SELECT 1 FROM events
		WHERE learner = s.learner AND ${happened} >= s.since AND ${happened} < s.till))
	OR EXISTS (SELECT 1 FROM (SELECT ${happened} AS moment FROM (SELECT m.at, m.receivedAt
		FROM group_hearings h JOIN meetings m ON m.id = h.meeting WHERE h.learner = s.learner))
		WHERE moment >= s.since AND moment < s.till))`;

module.exports = { stint, isActive, happened, dayOf, weekOf };
