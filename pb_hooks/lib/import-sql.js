const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

/** Women within a reach with the groups they are in; who is in none any more, with the one where she was last. */
const known = `
SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('id', l.id, 'name', l.name, 'birthYear', l.birthYear, 'picture', l.picture,
		'groups', json_group_array(json_object('id', g.id, 'name', g.name, 'village', g.village))) AS row
	FROM memberships m JOIN groups g ON g.id = m."group" JOIN learners l ON l.id = m.learner
	WHERE ${inReach('g')} AND (m.untilMs = 0 OR (
		NOT EXISTS (SELECT 1 FROM memberships o WHERE o.learner = m.learner AND o.untilMs = 0)
		AND m.fromMs = (SELECT max(o.fromMs) FROM memberships o WHERE o.learner = m.learner)))
	GROUP BY l.id)`;

/** How many of these groups are there, open, and within reach. */
const openGroups = `
SELECT count(*) AS n FROM groups g
WHERE g.id IN (SELECT value FROM json_each({:groups})) AND NOT g.archived AND ${inReach('g')}`;

/** Whether a group within reach has one of these names by now. */
const named = `
SELECT count(*) AS n FROM groups g
WHERE g.name IN (SELECT value FROM json_each({:names})) AND NOT g.archived AND ${inReach('g')}`;

const present = `SELECT count(*) AS n FROM learners WHERE id IN (SELECT value FROM json_each({:learners}))`;

const addWomen = `
INSERT INTO learners (id, name, picture, birthYear, ethnicity, household, disability, createdBy, created, updated)
SELECT value->>'$.id', value->>'$.name', value->>'$.picture', value->>'$.birthYear', value->>'$.ethnicity',
	value->>'$.household', value->>'$.disability', {:by}, {:now}, {:now}
FROM json_each({:women})`;

/** Who is in the group by now stays in it once. */
const addMemberships = `
INSERT INTO memberships (id, "group", learner, fromMs, untilMs, startedBy, endedBy, created)
SELECT value->>'$.id', value->>'$.group', value->>'$.learner', {:atMs}, 0, {:by}, '', {:now}
FROM json_each({:memberships}) WHERE true
ON CONFLICT DO NOTHING RETURNING id`;

const keep = `
INSERT INTO imports (id, fileName, by, atMs, women, joined, groups, madeGroups, madeWomen, madeMemberships, undoneAtMs, kept)
VALUES ({:id}, {:fileName}, {:by}, {:atMs}, {:women}, {:joined}, {:groups}, {:madeGroups}, {:madeWomen},
	{:madeMemberships}, 0, '[]')`;

const byId = `SELECT id, by, atMs, undoneAtMs, madeGroups, madeWomen, madeMemberships FROM imports WHERE id = {:id}`;
const IMPORT = { id: '', by: '', atMs: 0, undoneAtMs: 0, madeGroups: '', madeWomen: '', madeMemberships: '' };

/** Of the women that an import made: who was renamed or asked about, moved, or put into another group since. */
const changed = `
SELECT l.id FROM learners l WHERE l.id IN (SELECT value FROM json_each({:women})) AND (l.version > 0
	OR EXISTS (SELECT 1 FROM memberships m WHERE m.learner = l.id AND (m.untilMs > 0
		OR m.id NOT IN (SELECT value FROM json_each({:memberships}))))
	OR EXISTS (SELECT 1 FROM notice_targets t WHERE t.target = l.id)
	OR EXISTS (SELECT 1 FROM memberships m JOIN meetings e ON e."group" = m."group"
		WHERE m.learner = l.id AND instr(e.present, l.id)))`;

/** A collection's rows about any of these women: `table` is a name from PocketBase itself. */
const about = (table) =>
	`SELECT DISTINCT learner AS id FROM "${table}" WHERE learner IN (SELECT value FROM json_each({:women}))`;

const names = `
SELECT json_group_array(id) AS json FROM (
	SELECT id FROM learners WHERE id IN (SELECT value FROM json_each({:women})) ORDER BY name)`;

const endMemberships = `
DELETE FROM memberships WHERE untilMs = 0 AND id IN (SELECT value FROM json_each({:memberships}))
	AND learner NOT IN (SELECT value FROM json_each({:kept}))`;
const removeWomen = `DELETE FROM learners WHERE id IN (SELECT value FROM json_each({:women}))
	AND id NOT IN (SELECT value FROM json_each({:kept}))`;

/** A group that the import made and that nobody has used: no woman is or was in it, and nobody has changed it. */
const unusedGroups = `
SELECT g.id FROM groups g WHERE g.id IN (SELECT value FROM json_each({:groups})) AND g.version = 0
	AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m."group" = g.id)
	AND NOT EXISTS (SELECT 1 FROM meetings e WHERE e."group" = g.id)
	AND NOT EXISTS (SELECT 1 FROM notice_targets t WHERE t.target = g.id)`;

const undone = `UPDATE imports SET undoneAtMs = {:now}, kept = {:kept} WHERE id = {:id}`;

module.exports = {
	...{ known, openGroups, named, present, addWomen, addMemberships, keep, byId, IMPORT },
	...{ changed, about, names, endMemberships, removeWomen, unusedGroups, undone }
};
