/** A note is written once, whatever arrives twice; who it is about must be there. */
const insert = `
INSERT INTO woman_notes (id, learner, author, text, version, writtenAtMs, changedAtMs)
SELECT {:id}, l.id, {:author}, {:text}, 1, {:now}, {:now} FROM learners l WHERE l.id = {:learner}
ON CONFLICT (id) DO NOTHING`;

/** Its author's alone, and only over the version that was looked at. */
const change = `
UPDATE woman_notes SET text = {:text}, version = version + 1, changedAtMs = {:now}
WHERE id = {:id} AND learner = {:learner} AND author = {:author} AND version = {:expected}`;

const known = `
SELECT author, text FROM woman_notes WHERE id = {:id} AND learner = {:learner}`;

const remove = `DELETE FROM woman_notes WHERE id = {:id} AND learner = {:learner} AND author = {:author}`;

/** All notes about a woman, the newest first, with who wrote them. */
const ofLearner = `
SELECT json_group_array(json(note)) AS json FROM (
	SELECT json_object('id', n.id, 'author', n.author, 'by', coalesce((SELECT name FROM staff s WHERE s.id = n.author), ''),
		'text', n.text, 'version', n.version, 'writtenAtMs', n.writtenAtMs, 'changedAtMs', n.changedAtMs) AS note
	FROM woman_notes n WHERE n.learner = {:learner} ORDER BY n.writtenAtMs DESC, n.id)`;

module.exports = { insert, change, known, remove, ofLearner };
