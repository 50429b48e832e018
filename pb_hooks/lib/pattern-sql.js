/** The pattern of a woman's badges: that of the group whose name her phone shows, the first open one that she came into
 * and is in. NULL: nobody has chosen one. */
const patternOf = (
	learner
) => `(SELECT nullif(g.pattern, '') FROM memberships m JOIN groups g ON g.id = m."group"
	WHERE m.learner = ${learner} AND m.untilMs = 0 ORDER BY g.archived, m.created LIMIT 1)`;

module.exports = { patternOf };
