const openRow = `SELECT id FROM memberships WHERE "group" = {:group} AND learner = {:learner} AND untilMs = 0`;

/** A clock that was put back in between must not leave a row that ends before it began. */
const endRow = `
UPDATE memberships SET untilMs = max({:now}, fromMs), endedBy = {:by}
WHERE "group" = {:group} AND learner = {:learner} AND untilMs = 0`;

/** When a woman was in which group, the newest first; with what says whose the group is. */
const ofLearner = `
SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('fromMs', m.fromMs, 'untilMs', m.untilMs, 'group', json_object('id', g.id, 'name', g.name,
		'trainers', json(g.trainers), 'province', g.province, 'commune', g.commune)) AS row
	FROM memberships m JOIN groups g ON g.id = m."group"
	WHERE m.learner = {:learner} ORDER BY m.untilMs > 0, m.fromMs DESC, m.rowid DESC)`;

/** Women who were in a group and are not now, who left last first; `groups`: in how many others they are. */
const left = `
SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('id', l.id, 'name', l.name, 'picture', l.picture, 'untilMs', max(m.untilMs),
		'groups', (SELECT count(*) FROM memberships o WHERE o.learner = l.id AND o.untilMs = 0)) AS row
	FROM memberships m JOIN learners l ON l.id = m.learner
	WHERE m."group" = {:group} AND m.untilMs > 0 AND NOT EXISTS (SELECT 1 FROM memberships o
		WHERE o."group" = {:group} AND o.learner = m.learner AND o.untilMs = 0)
	GROUP BY l.id ORDER BY max(m.untilMs) DESC, l.id LIMIT 200)`;

const women = `SELECT count(*) AS n FROM memberships WHERE "group" = {:group} AND untilMs = 0`;

module.exports = { openRow, endRow, ofLearner, left, women };
