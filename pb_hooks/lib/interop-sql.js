// Events and badges in the order of arrival, for what is told to other systems. A cursor whose mark is not at its
// place, or that lies beyond the newest row, is from another store (a restored backup): then from the beginning,
// which is harmless, because every statement has the same id again. A row that was deleted since is passed over.
// Marks are Crockford letters (cursor.js); a badge's id may have the four that these leave out.
const markIn = `replace(replace(replace(replace(substr(id, -4), 'i', '1'), 'l', '1'), 'o', '0'), 'u', 'v')`;
const startOf = (table, place, mark) => `
	SELECT CASE WHEN EXISTS (SELECT 1 FROM ${table} WHERE rowid = {:${place}} AND ${markIn} <> {:${mark}})
		OR {:${place}} > coalesce((SELECT max(rowid) FROM ${table}), 0) THEN 0 ELSE {:${place}} END AS place`;

const { happened } = require(`${__hooks}/lib/when.js`);
const { stint, isActive } = require(`${__hooks}/lib/stint-sql.js`);

const events = `
WITH start AS (${startOf('events', 'place', 'mark')}),
	found AS (SELECT e.rowid AS place, e.* FROM start CROSS JOIN events e
		WHERE e.rowid > start.place AND e.kind IN (SELECT value FROM json_each({:kinds}))
			AND ${happened} >= {:from} AND ${happened} < {:to}
		ORDER BY e.rowid LIMIT {:limit})
SELECT count(*) AS found, coalesce(max(place), 0) AS last,
	coalesce((SELECT max(rowid) FROM events), 0) AS newest,
	json_group_array(json_object('id', id, 'learner', learner, 'seq', seq, 'kind', kind, 'at', at,
		'receivedAt', receivedAt, 'data', json(data))) AS json
FROM found`;

const badges = `
WITH start AS (${startOf('badges', 'place', 'mark')}),
	found AS (SELECT b.rowid AS place, b.* FROM start CROSS JOIN badges b
		WHERE b.rowid > start.place AND b.issuedAtMs >= {:from} AND b.issuedAtMs < {:to}
		ORDER BY b.rowid LIMIT {:limit})
SELECT count(*) AS found, coalesce(max(place), 0) AS last,
	coalesce((SELECT max(rowid) FROM badges), 0) AS newest,
	json_group_array(json_object('id', f.id, 'learner', learner, 'course', course, 'earnedAtMs', earnedAtMs,
		'issuedAtMs', issuedAtMs, 'name', coalesce((SELECT name FROM learners l WHERE l.id = learner), ''),
		'groups', json((SELECT json_group_array(m."group") FROM memberships m
			WHERE m.learner = f.learner AND m.untilMs = 0)))) AS json
FROM found f`;

/** Women in the order in which they joined: the device that opened first for each. */
const devices = `
WITH start AS (${startOf('devices', 'place', 'mark')}),
	found AS (SELECT d.rowid AS place, d.* FROM start CROSS JOIN devices d
		WHERE d.rowid > start.place AND d.joinedAtMs >= {:from} AND d.joinedAtMs < {:to}
			AND NOT EXISTS (SELECT 1 FROM devices e WHERE e.learner = d.learner
				AND (e.joinedAtMs < d.joinedAtMs OR (e.joinedAtMs = d.joinedAtMs AND e.rowid < d.rowid)))
		ORDER BY d.rowid LIMIT {:limit})
SELECT count(*) AS found, coalesce(max(place), 0) AS last,
	coalesce((SELECT max(rowid) FROM devices), 0) AS newest,
	json_group_array(json_object('learner', learner, 'joinedAtMs', joinedAtMs)) AS json
FROM found`;

const markOf = (table) => `SELECT ${markIn} AS mark FROM ${table} WHERE rowid = {:place}`;

/** How much still waits behind the cursors. */
const waiting = `
SELECT (SELECT count(*) FROM events WHERE rowid > {:events} AND kind IN (SELECT value FROM json_each({:kinds}))) AS events,
	(SELECT count(*) FROM badges WHERE rowid > {:badges}) AS badges,
	(SELECT count(*) FROM devices WHERE rowid > {:joined}) AS joined`;

/** Who was where and did what in a period: one row for each time that she was in a group (stint-sql.js). Summed up by
 * interop/measures.ts. What she did counts where she was when she did it. */
const measures = `
WITH ${stint('SELECT id FROM groups')}
SELECT json_group_array(json_array("group", learner, fromMs,
	${isActive},
	json((SELECT json_group_array(course) FROM (
		SELECT data->>'$.course' AS course FROM events WHERE learner = s.learner AND kind = 'course.completed'
		GROUP BY 1 HAVING min(${happened}) >= s.since AND min(${happened}) < s.till))),
	(SELECT count(*) FROM badges WHERE learner = s.learner AND issuedAtMs >= s.since AND issuedAtMs < s.till))) AS json
FROM stint s`;

/** By group and course: how many women have begun, and completed, it. `lessons`: [[lesson, course], …] */
const progress = `
WITH lesson (slug, course) AS (SELECT value->>0, value->>1 FROM json_each({:lessons})),
	whole (course, n) AS (SELECT course, count(*) FROM lesson GROUP BY 1),
	done (learner, course, n) AS (SELECT p.learner, l.course, sum(p.completedAt > 0)
		FROM lesson_progress p JOIN lesson l ON l.slug = p.lesson GROUP BY 1, 2)
SELECT json_group_array(json_array("group", course, begun, completed)) AS json FROM (
	SELECT m."group", d.course, count(*) AS begun, sum(d.n = w.n) AS completed
	FROM memberships m JOIN done d ON d.learner = m.learner JOIN whole w ON w.course = d.course
	WHERE m.untilMs = 0 GROUP BY 1, 2)`;

module.exports = { events, badges, devices, markOf, waiting, measures, progress };
