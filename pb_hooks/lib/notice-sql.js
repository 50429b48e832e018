/** The notices that stand for one learner at a moment, newest first; the limit is a phone's and the answer's. A group
 * says it to who was in it when it was written, and to newcomers when it is to be repeated for them. */
const standing = `
SELECT n.id, n.version, n.kind, n.body, n.fromMs, n.untilMs, n.sentBy
FROM notices n
WHERE n.id IN (
		SELECT t.notice FROM notice_targets t WHERE t.target = {:learner}
		UNION ALL
		SELECT t.notice FROM memberships m CROSS JOIN notice_targets t ON t.target = m."group"
			CROSS JOIN notices g ON g.id = t.notice
		WHERE m.learner = {:learner} AND m.untilMs = 0 AND (g.newcomers OR m.created <= t.added)
		UNION ALL
		SELECT t.notice FROM notice_targets t CROSS JOIN notices g ON g.id = t.notice
			CROSS JOIN learners l ON l.id = {:learner}
		WHERE t.target = 'everybody' AND (g.newcomers OR l.created <= t.added))
	AND n.withdrawnAtMs = 0 AND (n.untilMs = 0 OR n.untilMs > {:now})
ORDER BY n.fromMs DESC, n.id LIMIT 40`;

/** Which they are, as one short text: '' when there are none. */
const marks = `
SELECT coalesce(group_concat(id || version, ' '), '') AS marks FROM (${standing})`;

/** The same as the phone keeps them (src/lib/domain/notice.ts). */
const all = `
SELECT json_group_array(json_object('id', n.id, 'kind', n.kind, 'body', json(n.body), 'version', n.version,
	'from', json_object('name', coalesce(s.name, ''), 'picture', coalesce(s.picture, '')),
	'fromMs', n.fromMs, 'untilMs', nullif(n.untilMs, 0))) AS json
FROM (${standing}) n LEFT JOIN staff s ON s.id = n.sentBy`;

/** Folds the fresh `notice.heard` rows: the newest version that each woman heard, and when she first heard it. */
const rollUpHeard = `
INSERT INTO notice_heard (id, notice, learner, version, heardAt)
SELECT 'r' || lower(hex(randomblob(7))), data->>'$.notice', learner, data->>'$.version', min(at)
FROM events WHERE rowid > {:last} AND kind = 'notice.heard'
GROUP BY learner, data->>'$.notice', data->>'$.version'
ON CONFLICT (notice, learner) DO UPDATE SET
	heardAt = CASE WHEN excluded.version > version THEN excluded.heardAt
		WHEN excluded.version = version THEN min(heardAt, excluded.heardAt) ELSE heardAt END,
	version = max(version, excluded.version)`;

/** What a group's page lists: everything that is for the group, for a woman in it or for everybody, with whom in the
 * group it reaches and who of them has heard it. What ended is listed for a while. */
const ofGroup = `
WITH women (learner, came) AS (SELECT learner, created FROM memberships
		WHERE "group" = {:group} AND untilMs = 0),
	reached (notice, learner) AS (
		SELECT t.notice, w.learner FROM notice_targets t CROSS JOIN notices n ON n.id = t.notice CROSS JOIN women w
		WHERE t.target = {:group} AND (n.newcomers OR w.came <= t.added)
		UNION
		SELECT t.notice, w.learner FROM women w CROSS JOIN notice_targets t ON t.target = w.learner
		UNION
		SELECT t.notice, w.learner FROM notice_targets t CROSS JOIN notices n ON n.id = t.notice CROSS JOIN women w
			CROSS JOIN learners l ON l.id = w.learner
		WHERE t.target = 'everybody' AND (n.newcomers OR l.created <= t.added))
SELECT json_group_array(json(notice)) AS json FROM (
	SELECT json_object('id', n.id, 'kind', n.kind, 'body', json(n.body), 'version', n.version,
		'newcomers', n.newcomers, 'fromMs', n.fromMs, 'untilMs', n.untilMs, 'sentAtMs', n.sentAtMs,
		'from', coalesce(s.name, ''),
		'targets', (SELECT json_group_array(json_object('scope', t.scope, 'id', t.target,
				'name', coalesce(g.name, l.name, ''))) FROM notice_targets t
			LEFT JOIN groups g ON g.id = t.target LEFT JOIN learners l ON l.id = t.target WHERE t.notice = n.id),
		'whom', (SELECT json_group_array(learner) FROM reached WHERE notice = n.id),
		'heard', (SELECT json_group_array(h.learner) FROM notice_heard h
			JOIN reached r ON r.notice = h.notice AND r.learner = h.learner
			WHERE h.notice = n.id)) AS notice
	FROM notices n LEFT JOIN staff s ON s.id = n.sentBy
	WHERE n.id IN (SELECT notice FROM reached UNION ALL SELECT notice FROM notice_targets WHERE target = {:group})
		AND n.withdrawnAtMs = 0 AND (n.untilMs = 0 OR n.untilMs > {:endedAfter})
	ORDER BY n.sentAtMs DESC, n.id LIMIT 100)`;

/** One notice with all that it is for. */
const byId = `
SELECT json_object('id', n.id, 'kind', n.kind, 'body', json(n.body), 'version', n.version, 'newcomers', n.newcomers,
	'fromMs', n.fromMs, 'untilMs', n.untilMs, 'withdrawnAtMs', n.withdrawnAtMs, 'sentBy', n.sentBy,
	'targets', (SELECT json_group_array(json_object('scope', scope, 'id', target))
		FROM notice_targets WHERE notice = n.id)) AS json
FROM notices n WHERE n.id = {:id}`;

/** Nothing happens when the id is taken: the form came twice. */
const insert = `
INSERT INTO notices (id, kind, body, newcomers, fromMs, untilMs, version, withdrawnAtMs, sentAtMs, changedAtMs,
	sentBy, changedBy)
VALUES ({:id}, {:kind}, {:body}, {:newcomers}, {:fromMs}, {:untilMs}, 1, 0, {:now}, {:now}, {:by}, {:by})
ON CONFLICT (id) DO NOTHING`;

/** Only what the other person has not changed meanwhile. */
const change = `
UPDATE notices SET body = {:body}, newcomers = {:newcomers}, fromMs = {:fromMs}, untilMs = {:untilMs},
	version = version + 1, changedAtMs = {:now}, changedBy = {:by}
WHERE id = {:id} AND kind = {:kind} AND version = {:expected} AND withdrawnAtMs = 0`;

const withdraw = `
UPDATE notices SET withdrawnAtMs = {:now}, changedAtMs = {:now}, changedBy = {:by}
WHERE id = {:id} AND version = {:expected} AND withdrawnAtMs = 0`;

/** Those already there keep their time: who came after it is still a newcomer. */
const addTargets = `
INSERT INTO notice_targets (id, notice, scope, target, added)
SELECT 'r' || lower(hex(randomblob(7))), {:id}, value->>'$.scope', value->>'$.id', {:added}
FROM json_each({:targets}) WHERE true
ON CONFLICT (notice, target) DO NOTHING`;

const dropTargets = `
DELETE FROM notice_targets WHERE notice = {:id}
	AND target NOT IN (SELECT value->>'$.id' FROM json_each({:targets}))`;

/** Whether any other notice that stands names a file. */
const names = `
SELECT count(*) AS n FROM notices WHERE withdrawnAtMs = 0 AND id <> {:id} AND instr(body, {:media}) > 0`;

module.exports = {
	marks,
	all,
	rollUpHeard,
	ofGroup,
	byId,
	insert,
	change,
	withdraw,
	addTargets,
	dropTargets,
	names
};
