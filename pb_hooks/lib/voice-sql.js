const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

const told = `('feedback.recorded', 'question.asked')`;
const after = `('question.consented', 'voice.withdrawn')`;

const rollUp = `
INSERT INTO voices (id, kind, learner, blob, seconds, picture, field, place, at, receivedAt, consent, withdrawnAtMs)
SELECT id, CASE kind WHEN 'question.asked' THEN 'question' ELSE 'feedback' END, learner, data->>'$.blob',
	data->>'$.seconds', coalesce(data->>'$.picture', ''), coalesce(data->>'$.field', ''),
	coalesce(data->'$.where', ''), at, receivedAt, 0, 0
FROM events WHERE rowid > {:last} AND kind IN ${told}
ON CONFLICT (id) DO NOTHING`;

/** What is touched by the fresh rows: told or asked just now, or said something about since. What was said may have
 * come first: from another phone of hers. Only her own word counts. */
const touched = `
	SELECT id AS voice, learner FROM events WHERE rowid > {:last} AND kind IN ${told}
	UNION SELECT data->>'$.voice', learner FROM events WHERE rowid > {:last} AND kind IN ${after}`;
const herWord = (
	kind
) => `FROM events e WHERE e.learner = voices.learner AND e.lesson = '' AND e.kind = '${kind}'
		AND e.data->>'$.voice' = voices.id`;

const settle = `
UPDATE voices SET
	consent = coalesce((SELECT CASE WHEN e.data->>'$.yes' THEN 1 ELSE 2 END ${herWord('question.consented')}
		ORDER BY e.at DESC, e.id DESC LIMIT 1), 0),
	withdrawnAtMs = coalesce((SELECT min(e.receivedAt) ${herWord('voice.withdrawn')}), 0)
WHERE EXISTS (SELECT 1 FROM (${touched}) t WHERE t.voice = voices.id AND t.learner = voices.learner)`;

/** What others hear of it ends with her yes. */
const unshare = `
UPDATE notices SET withdrawnAtMs = {:now}, changedAtMs = {:now}
WHERE withdrawnAtMs = 0 AND id IN (
	SELECT w.shared FROM (${touched}) t JOIN voices v ON v.id = t.voice AND v.learner = t.learner
		JOIN voice_work w ON w.voice = v.id
	WHERE w.shared <> '' AND (v.consent <> 1 OR v.withdrawnAtMs > 0))`;

/** Only of what she was told herself or as one of all: nobody reports what she cannot know. */
const rollUpReports = `
INSERT INTO notice_reports (id, notice, learner, at)
SELECT 'r' || lower(hex(randomblob(7))), e.data->>'$.notice', e.learner, min(e.receivedAt)
FROM events e JOIN notices n ON n.id = e.data->>'$.notice'
WHERE e.rowid > {:last} AND e.kind = 'notice.reported'
GROUP BY e.learner, e.data->>'$.notice'
ON CONFLICT (notice, learner) DO NOTHING`;

/** Of her groups those that are hers now. */
const groupsOf = (learner) => `SELECT g.* FROM memberships m JOIN groups g ON g.id = m."group"
	WHERE m.learner = ${learner} AND m.untilMs = 0`;

const asJson = `json_object('id', v.id, 'kind', v.kind, 'learner', v.learner, 'name', l.name, 'personPicture', l.picture,
	'groups', json((SELECT json_group_array(json_object('id', g.id, 'name', g.name, 'place', g.place))
		FROM (${groupsOf('v.learner')}) g)),
	'blob', v.blob, 'seconds', v.seconds, 'picture', v.picture, 'field', v.field,
	'where', json(CASE v.place WHEN '' THEN 'null' ELSE v.place END),
	'at', v.at, 'receivedAtMs', v.receivedAt, 'consent', v.consent, 'withdrawnAtMs', v.withdrawnAtMs,
	'doneAtMs', coalesce(w.doneAtMs, 0), 'passedTo', coalesce(w.passedTo, ''),
	'passedToName', coalesce((SELECT name FROM staff WHERE id = w.passedTo), ''),
	'passedAtMs', coalesce(w.passedAtMs, 0), 'returnedAtMs', coalesce(w.returnedAtMs, 0),
	'returnedWhy', coalesce(w.returnedWhy, ''), 'answer', coalesce(w.answer, ''),
	'answeredAtMs', coalesce(w.answeredAtMs, 0),
	'answeredBy', coalesce((SELECT name FROM staff WHERE id = w.answeredBy), ''),
	'answerClip', coalesce((SELECT n.body->>'$.clip' FROM notices n WHERE n.id = w.answer), ''),
	'answerIsHeard', EXISTS (SELECT 1 FROM notice_heard h WHERE h.notice = w.answer AND h.learner = v.learner),
	'shared', coalesce((SELECT n.id FROM notices n WHERE n.id = w.shared AND n.withdrawnAtMs = 0), ''),
	'sharedBy', coalesce(w.sharedBy, ''),
	'takenDownAtMs', coalesce(w.takenDownAtMs, 0), 'takenDownWhy', coalesce(w.takenDownWhy, ''))`;
const from = `FROM voices v JOIN learners l ON l.id = v.learner LEFT JOIN voice_work w ON w.voice = v.id`;

/** Whose it is to look after: of women in groups within reach; of those in no group, whoever reaches all. */
const reached = (learner) => `(EXISTS (SELECT 1 FROM (${groupsOf(learner)}) g WHERE ${inReach('g')})
	OR ({:alone} AND NOT EXISTS (${groupsOf(learner)})))`;
const isReached = reached('v.learner');

/** What nobody has to do with any more stands at the end. */
const list = `
SELECT json_group_array(json(j)) AS json FROM (SELECT ${asJson} AS j ${from}
	WHERE ${isReached} AND v.withdrawnAtMs = 0
	ORDER BY (coalesce(w.doneAtMs, 0) + coalesce(w.answeredAtMs, 0) + coalesce(w.takenDownAtMs, 0) > 0), v.receivedAt DESC
	LIMIT 200)`;

const byId = `SELECT ${asJson} AS json, ${isReached} AS reached, coalesce(w.passedTo, '') AS passed ${from}
WHERE v.id = {:id} AND v.withdrawnAtMs = 0`;

/** What an expert was asked, without who asked it. */
const ofExpert = `
SELECT json_group_array(json(j)) AS json FROM (SELECT ${asJson} AS j ${from}
	WHERE w.passedTo = {:expert} AND v.withdrawnAtMs = 0 AND w.takenDownAtMs = 0
	ORDER BY w.answeredAtMs > 0, w.passedAtMs DESC LIMIT 200)`;

/** How many questions have waited since before a moment. */
const late = `
SELECT count(*) AS n ${from}
WHERE ${isReached} AND v.kind = 'question' AND v.withdrawnAtMs = 0 AND v.receivedAt < {:before}
	AND coalesce(w.answeredAtMs, 0) = 0 AND coalesce(w.takenDownAtMs, 0) = 0`;

/** Answers that women in reach have reported and that still stand. */
const reported = `
SELECT json_group_array(json(j)) AS json FROM (
	SELECT json_object('notice', n.id, 'kind', n.kind, 'clip', coalesce(n.body->>'$.clip', n.body->>'$.answer.clip'),
		'version', n.version, 'from', coalesce((SELECT name FROM staff WHERE id = n.sentBy), ''),
		'reports', count(*), 'atMs', max(r.at)) AS j
	FROM notice_reports r JOIN notices n ON n.id = r.notice
	WHERE n.withdrawnAtMs = 0 AND n.kind IN ('answer', 'shared') AND ${reached('r.learner')}
	GROUP BY n.id ORDER BY max(r.at) DESC LIMIT 50)`;

/** What she (or, with no name, anybody) took back: its files go, and the clips of what was made of it. */
const withdrawn = `
SELECT json_group_array(json_object('learner', v.learner, 'blob', v.blob, 'picture', v.picture,
	'clips', json(coalesce((SELECT json_array(n.body->>'$.answer.clip', n.body->>'$.asked.clip') FROM notices n
		WHERE n.id = w.shared AND n.withdrawnAtMs > 0), '[]')))) AS json
FROM voices v LEFT JOIN voice_work w ON w.voice = v.id WHERE ({:learner} = '' OR v.learner = {:learner}) AND v.withdrawnAtMs > 0`;

/** Whether any notice that stands names a file. */
const names = `SELECT count(*) AS n FROM notices WHERE withdrawnAtMs = 0 AND instr(body, {:media}) > 0`;

const begin = `
INSERT INTO voice_work (id, voice, doneAtMs, doneBy, passedTo, passedAtMs, passedBy, returnedAtMs, returnedWhy, answer,
	answeredAtMs, answeredBy, shared, sharedAtMs, sharedBy, takenDownAtMs, takenDownBy, takenDownWhy)
VALUES ('r' || lower(hex(randomblob(7))), {:id}, 0, '', '', 0, '', 0, '', '', 0, '', '', 0, '', 0, '', '')
ON CONFLICT (voice) DO NOTHING`;

const stands = `voice = {:id} AND takenDownAtMs = 0
	AND EXISTS (SELECT 1 FROM voices v WHERE v.id = {:id} AND v.withdrawnAtMs = 0)`;
const isStill = `EXISTS (SELECT 1 FROM notices n WHERE n.id = shared AND n.withdrawnAtMs = 0)`;

/** What staff do, each only when it still may be done; `key` is the form's, so that the same form counts as done. */
const acts = {
	done: `UPDATE voice_work SET doneAtMs = {:now}, doneBy = {:by} WHERE ${stands} AND doneAtMs = 0`,
	pass: `UPDATE voice_work SET passedTo = {:key}, passedAtMs = {:now}, passedBy = {:by}, returnedAtMs = 0, returnedWhy = ''
		WHERE ${stands} AND answer = ''`,
	giveBack: `UPDATE voice_work SET passedTo = '', returnedAtMs = {:now}, returnedWhy = {:why}
		WHERE ${stands} AND answer = '' AND passedTo = {:by}`,
	answer: `UPDATE voice_work SET answer = {:key}, answeredAtMs = {:now}, answeredBy = {:by}
		WHERE ${stands} AND (answer = '' OR answer = {:key})`,
	share: `UPDATE voice_work SET shared = {:key}, sharedAtMs = {:now}, sharedBy = {:by}
		WHERE ${stands} AND answer <> '' AND (shared = {:key} OR NOT ${isStill})
			AND EXISTS (SELECT 1 FROM voices v WHERE v.id = {:id} AND v.consent = 1)`,
	takeDown: `UPDATE voice_work SET takenDownAtMs = {:now}, takenDownBy = {:by}, takenDownWhy = {:why} WHERE ${stands}`
};

module.exports = {
	rollUp,
	settle,
	unshare,
	rollUpReports,
	list,
	byId,
	ofExpert,
	late,
	reported,
	withdrawn,
	names,
	begin,
	acts
};
