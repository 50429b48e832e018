const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

// Every statement answers one row with one JSON text: see sendJson. Who is in a group is who has an open row.

const womenOf = `(SELECT learner FROM memberships WHERE "group" = {:group} AND untilMs = 0)`;
const groupAsJson = `json_object('id', g.id, 'name', g.name, 'place', g.place, 'trainers', json(g.trainers),
	'archived', g.archived, 'province', g.province, 'commune', g.commune, 'village', g.village, 'version', g.version,
	'changedBy', g.changedBy)`;

const groups = `
SELECT json_group_array(json_patch(${groupAsJson}, json_object(
	'women', (SELECT count(*) FROM memberships m WHERE m."group" = g.id AND m.untilMs = 0),
	'stuck', (SELECT count(DISTINCT q.learner) FROM memberships m JOIN question_progress q ON q.learner = m.learner
		WHERE m."group" = g.id AND m.untilMs = 0 AND q."right" = 0 AND q.wrong >= 3),
	'lastSeenAtMs', (SELECT nullif(max(d.pushedAtMs), 0) FROM memberships m JOIN devices d ON d.learner = m.learner
		WHERE m."group" = g.id AND m.untilMs = 0)))) AS json
FROM groups g
WHERE ${inReach('g')}`;

const overview = {
	group: `SELECT coalesce((SELECT ${groupAsJson} FROM groups g WHERE id = {:group}), 'null') AS json`,

	women: `
SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'picture', l.picture,
	'cardIssuedAtMs', l.cardIssuedAt, 'cardRevoked', l.cardRevoked,
	'phones', (SELECT count(*) FROM devices d WHERE d.learner = l.id AND d.revokedAtMs = 0),
	'revokedPhones', (SELECT count(*) FROM devices d WHERE d.learner = l.id AND d.revokedAtMs > 0),
	'lastSeenAtMs', (SELECT max(d.pushedAtMs) FROM devices d WHERE d.learner = l.id))) AS json
FROM memberships m JOIN learners l ON l.id = m.learner
WHERE m."group" = {:group} AND m.untilMs = 0`,

	lessons: `
SELECT json_group_array(json_array(learner, lesson, heard, answers, wrong, completedAt, lastAt)) AS json
FROM lesson_progress WHERE learner IN ${womenOf}`,

	badges: `SELECT json_group_array(json_array(learner, course)) AS json FROM badges WHERE learner IN ${womenOf}`
};

const progress = {
	lessons: `
SELECT json_group_array(json_array(lesson, heard, completedAt, firstAt, lastAt)) AS json
FROM lesson_progress WHERE learner = {:learner}`,

	questions: `
SELECT json_group_array(json_array(lesson, question, answers, wrong, "right", right_first)) AS json
FROM question_progress WHERE learner = {:learner}`,

	courses: `
SELECT json_group_array(json_array(course, at)) AS json FROM (
	SELECT data->>'$.course' AS course, min(at) AS at FROM events
	WHERE learner = {:learner} AND kind = 'course.completed' GROUP BY 1)`
};

const issueBadge = `
INSERT INTO badges (id, learner, course, earnedAtMs, issuedAtMs)
SELECT {:id}, {:learner}, {:course}, coalesce((SELECT min(at) FROM events
	WHERE learner = {:learner} AND kind = 'course.completed' AND data->>'$.course' = {:course}), {:earnedAtMs}), {:now}
WHERE true
ON CONFLICT (learner, course) DO UPDATE SET course = excluded.course
RETURNING id, course, issuedAtMs`;

module.exports = { groups, overview, progress, issueBadge };
