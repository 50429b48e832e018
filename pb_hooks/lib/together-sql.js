/** The fresh events of this kind in the store (`last`: everything above is fresh), as the fold takes them. */
const fresh = `
SELECT id, kind, at, learner AS teller, data FROM events
WHERE rowid > {:last} AND kind IN ('lesson.heard_together', 'meeting.held')`;

/** Once for each event. A woman's phone may tell of a group that she is or was in, or of none. */
const keep = `
INSERT INTO meetings (id, "group", lesson, at, receivedAt, teller, tellerKind, note, here, present, hands)
SELECT {:id}, {:group}, {:lesson}, {:at}, {:now}, {:teller}, {:tellerKind}, {:note}, {:here}, {:present}, {:hands}
WHERE {:tellerKind} = 'staff' OR {:group} = ''
	OR EXISTS (SELECT 1 FROM memberships WHERE "group" = {:group} AND learner = {:teller})
ON CONFLICT (id) DO NOTHING`;

/**
 * Who was there, for meetings of a group that \`where\` picks: women who are or were in the group, under the name that
 * they have now, and the woman whose phone it was. A set: it comes out the same in any order and however often.
 */
const hear = (where) => `
INSERT INTO group_hearings (id, meeting, learner, lesson, at)
SELECT DISTINCT 'r' || lower(hex(randomblob(7))), m.id, who.learner, m.lesson, m.at
FROM meetings m, (
	SELECT p.meeting, coalesce(nullif(n.mergedInto, ''), p.learner) AS learner FROM (
		SELECT m.id AS meeting, value AS learner FROM meetings m, json_each(m.present) WHERE ${where}) p
	LEFT JOIN newcomers n ON n.learner = p.learner) who
WHERE ${where} AND who.meeting = m.id
	AND (EXISTS (SELECT 1 FROM memberships s WHERE s."group" = m."group" AND s.learner = who.learner)
		OR (m.tellerKind = 'learner' AND who.learner = m.teller))
ON CONFLICT (meeting, learner) DO NOTHING`;
const hearOne = hear('m.id = {:id}');
/** Meetings that named a woman before she was known. */
const hearEarlier = hear(`m."group" = {:group} AND instr(m.present, '"' || {:learner} || '"')`);

/** 1 when the id is somebody's already: a learner's, or that of a newcomer who turned out to be another. */
const isTaken = `
SELECT EXISTS (SELECT 1 FROM learners WHERE id = {:learner})
	OR EXISTS (SELECT 1 FROM newcomers WHERE learner = {:learner}) AS taken,
	(SELECT count(*) FROM memberships WHERE "group" = {:group} AND untilMs = 0) AS women,
	EXISTS (SELECT 1 FROM groups WHERE id = {:group}) AS known`;

const noteNewcomer = `
INSERT INTO newcomers (id, learner, "group", name, picture, meeting, teller, tellerKind, addedAt, checkedAt, mergedInto)
VALUES ('r' || lower(hex(randomblob(7))), {:learner}, {:group}, {:name}, {:picture}, {:meeting}, {:teller},
	{:tellerKind}, {:now}, 0, '')`;

const nameOfTeller = `coalesce((SELECT name FROM staff WHERE id = m.teller), (SELECT name FROM learners
	WHERE id = m.teller), '')`;

/** A group's meetings, the newest first. A phone's clock that runs ahead does not make one of tomorrow. */
const ofGroup = `
SELECT json_group_array(json(meeting)) AS json FROM (
	SELECT json_object('id', m.id, 'lesson', m.lesson, 'atMs', min(m.at, m.receivedAt), 'receivedAtMs', m.receivedAt,
		'teller', ${nameOfTeller}, 'tellerKind', m.tellerKind, 'note', m.note, 'here', m.here, 'hands', json(m.hands),
		'present', (SELECT json_group_array(learner) FROM group_hearings h WHERE h.meeting = m.id)) AS meeting
	FROM meetings m WHERE m."group" = {:group} ORDER BY min(m.at, m.receivedAt) DESC, m.id LIMIT 200)`;

/** One woman's history: every lesson heard in a group, and the meetings without one. */
const ofLearner = `
SELECT json_group_array(json(one)) AS json FROM (
	SELECT json_object('lesson', h.lesson, 'times', count(*), 'firstAtMs', min(h.at), 'lastAtMs', max(h.at)) AS one
	FROM group_hearings h WHERE h.learner = {:learner} GROUP BY h.lesson ORDER BY max(h.at) DESC)`;

/** Which lessons the women of a group heard together. */
const heardIn = `
SELECT json_group_array(json_array(learner, lesson)) AS json FROM (
	SELECT DISTINCT learner, lesson FROM group_hearings WHERE lesson <> ''
		AND learner IN (SELECT learner FROM memberships WHERE "group" = {:group} AND untilMs = 0))`;

/** Newcomers of a group that no trainer has looked at, with the women who may be the same: nobody else's name is told. */
const newcomers = `
SELECT json_group_array(json_object('learner', n.learner, 'name', l.name, 'picture', l.picture, 'addedAtMs', n.addedAt,
	'teller', ${nameOfTeller.replaceAll('m.teller', 'n.teller')}, 'tellerKind', n.tellerKind,
	'phones', (SELECT count(*) FROM devices WHERE learner = l.id))) AS json
FROM newcomers n JOIN learners l ON l.id = n.learner
WHERE n."group" = {:group} AND n.checkedAt = 0
	AND EXISTS (SELECT 1 FROM memberships s WHERE s."group" = n."group" AND s.learner = n.learner AND s.untilMs = 0)`;

const check = `UPDATE newcomers SET checkedAt = {:now} WHERE learner = {:learner} AND "group" = {:group} AND checkedAt = 0`;

/** What must be so that one newcomer can become another woman of the group: she has no phone and nothing of her own. */
const mayMerge = `
SELECT EXISTS (SELECT 1 FROM newcomers WHERE learner = {:learner} AND "group" = {:group} AND mergedInto = '') AS isNew,
	EXISTS (SELECT 1 FROM devices WHERE learner = {:learner})
		OR EXISTS (SELECT 1 FROM events WHERE learner = {:learner}) AS hasOwn,
	EXISTS (SELECT 1 FROM memberships WHERE "group" = {:group} AND learner = {:into} AND untilMs = 0) AS isHere`;

const merge = [
	`UPDATE newcomers SET mergedInto = {:into}, checkedAt = {:now} WHERE learner = {:learner} OR mergedInto = {:learner}`,
	`INSERT INTO group_hearings (id, meeting, learner, lesson, at)
SELECT 'r' || lower(hex(randomblob(7))), meeting, {:into}, lesson, at FROM group_hearings WHERE learner = {:learner}
ON CONFLICT (meeting, learner) DO NOTHING`,
	`DELETE FROM group_hearings WHERE learner = {:learner}`
];

/** The women of some groups by name and picture, and nothing else of them. */
const rosters = `
SELECT json_group_array(json(roster)) AS json FROM (
	SELECT json_object('id', g.id, 'name', g.name, 'women', (
		SELECT json_group_array(json_array(l.id, l.name, l.picture)) FROM memberships m JOIN learners l ON l.id = m.learner
		WHERE m."group" = g.id AND m.untilMs = 0)) AS roster
	FROM groups g WHERE NOT g.archived AND g.id IN (SELECT value FROM json_each({:groups})) ORDER BY g.name, g.id)`;

/** What a member of staff's phone has delivered lately. */
const toldBy = `
SELECT json_group_array(id) AS json FROM meetings WHERE teller = {:teller} AND receivedAt > {:since}`;

const hersNow = `SELECT "group" FROM memberships WHERE learner = {:learner} AND untilMs = 0`;

/** Which women and which lessons a woman's phone should know of, as one text; '' when there is nothing. */
const marks = `
SELECT coalesce((SELECT group_concat(mark, ';') FROM (
	SELECT g.id || g.name || l.id || l.name || ':' || l.picture AS mark
	FROM groups g JOIN memberships m ON m."group" = g.id AND m.untilMs = 0 JOIN learners l ON l.id = m.learner
	WHERE g.id IN (${hersNow}) AND NOT g.archived ORDER BY g.id, l.id)), '')
	|| coalesce((SELECT group_concat(lesson, ' ') FROM (
		SELECT DISTINCT lesson FROM group_hearings WHERE learner = {:learner} AND lesson <> '' ORDER BY lesson)), '') AS marks`;

/** The same as her phone keeps it. Full names stay at the server: the app cuts them to what people are called by. */
const hers = `
SELECT json_object(
	'groups', (SELECT json_group_array(json(roster)) FROM (
		SELECT json_object('id', g.id, 'name', g.name, 'women', (
			SELECT json_group_array(json_array(l.id, l.name, l.picture)) FROM memberships m JOIN learners l ON l.id = m.learner
			WHERE m."group" = g.id AND m.untilMs = 0)) AS roster
		FROM groups g WHERE g.id IN (${hersNow}) AND NOT g.archived ORDER BY g.name, g.id)),
	'heard', (SELECT json_group_array(lesson) FROM (
		SELECT DISTINCT lesson FROM group_hearings WHERE learner = {:learner} AND lesson <> '' ORDER BY lesson))) AS json`;

module.exports = {
	...{ fresh, keep, hearOne, hearEarlier, isTaken, noteNewcomer, ofGroup, ofLearner, heardIn },
	...{ newcomers, check, mayMerge, merge, rosters, toldBy, marks, hers }
};
