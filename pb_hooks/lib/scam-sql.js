const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

/** A trick with what became of its notice: 0 where it was never published. */
const row = `json_object('id', s.id, 'body', json(s.body), 'targets', json(s.targets), 'until', s.until,
	'revision', s.revision, 'clips', json(s.clips), 'files', json(s.files),
	'madeBy', s.madeBy, 'changedBy', s.changedBy, 'changedByName', coalesce(c.name, ''),
	'changedAtMs', s.changedAtMs, 'publishedAtMs', s.publishedAtMs, 'noticeVersion', coalesce(n.version, 0),
	'bytes', coalesce(n.body->>'$.bytes', 0), 'untilMs', coalesce(n.untilMs, 0),
	'withdrawnAtMs', coalesce(n.withdrawnAtMs, 0))`;
const from = `scams s LEFT JOIN notices n ON n.id = s.id LEFT JOIN staff c ON c.id = s.changedBy`;

const byId = `SELECT ${row} AS json FROM ${from} WHERE s.id = {:id}`;

const newest = `
SELECT json_group_array(json(one)) AS json FROM (
	SELECT ${row} AS one FROM ${from} ORDER BY s.changedAtMs DESC, s.id LIMIT 200)`;

/** Nothing happens when the id is taken: the form came twice. */
const insert = `
INSERT INTO scams (id, body, targets, until, revision, clips, files, madeBy, madeAtMs, changedBy, changedAtMs,
	publishedAtMs)
VALUES ({:id}, {:body}, {:targets}, {:until}, 1, '{}', {:files}, {:by}, {:now}, {:by}, {:now}, 0)
ON CONFLICT (id) DO NOTHING`;

/** Only what the other person has not changed meanwhile. */
const change = `
UPDATE scams SET body = {:body}, targets = {:targets}, until = {:until}, revision = revision + 1,
	files = (SELECT json_group_array(DISTINCT value) FROM (
		SELECT value FROM json_each(files) UNION SELECT value FROM json_each({:files}))),
	changedBy = {:by}, changedAtMs = {:now}
WHERE id = {:id} AND revision = {:expected}`;

/** Clips by their sentence, and files, are added to what is there: two people may record at once. */
const addVoices = `
UPDATE scams SET clips = json_patch(clips, {:clips}),
	files = (SELECT json_group_array(DISTINCT value) FROM (
		SELECT value FROM json_each(files) UNION SELECT value FROM json_each({:files}))),
	changedAtMs = max(changedAtMs, {:now})
WHERE id = {:id}`;

const published = `
UPDATE scams SET publishedAtMs = {:now} WHERE id = {:id} AND revision = {:revision}`;

/** What was never published can go without a trace. */
const drop = `
DELETE FROM scams WHERE id = {:id} AND revision = {:expected} AND publishedAtMs = 0
	AND NOT EXISTS (SELECT 1 FROM notices WHERE id = {:id})`;

/** Who of the women in reach has practised it, as her newest run went. */
const played = `
SELECT json_group_array(json_object('learner', p.learner, 'name', l.name, 'group', g.name, 'times', p.times,
	'wrong', p.wrong, 'fell', p.fell <> '[]', 'lastAtMs', p.lastAt)) AS json
FROM practice_progress p CROSS JOIN learners l ON l.id = p.learner
	CROSS JOIN memberships m ON m.learner = l.id AND m.untilMs = 0 CROSS JOIN groups g ON g.id = m."group"
WHERE p.lesson = {:lesson} AND ${inReach('g')}`;

/** What each is called, also when it is over. */
const titles = `SELECT json_group_object(id, body->>'$.title') AS json FROM scams WHERE publishedAtMs > 0`;

/** Whether any other trick has a file. */
const has = `SELECT count(*) AS n FROM scams WHERE id <> {:id} AND instr(files, {:file}) > 0`;

module.exports = { byId, newest, insert, change, addVoices, published, drop, played, titles, has };
