/** Rows that a manager may read: all, or those that her staff did, or that are about her staff, her groups or the
 * women who are or were in them. `about` begins with an id of fifteen letters, or is a device (26), whose woman counts.
 * Lists are JSON. */
const visible = `({:all} OR a.who IN (SELECT value FROM json_each({:staff}))
	OR substr(a.about, 1, 15) IN (SELECT value FROM json_each({:staff}))
	OR substr(a.about, 1, 15) IN (SELECT value FROM json_each({:groups}))
	OR substr(a.about, 1, 15) IN (SELECT learner FROM memberships WHERE "group" IN (SELECT value FROM json_each({:groups})))
	OR (a.who LIKE 'learner:%' AND substr(a.who, 9) IN
		(SELECT learner FROM memberships WHERE "group" IN (SELECT value FROM json_each({:groups})))))`;

/** One page, the newest first, below a place (`at`, id) in the list. Names are looked up, so that who was renamed is
 * found under today's name; who is gone stays an id. */
const page = `
SELECT a.id, a.at, a.who, a.what, a.about,
	coalesce(w.name, (SELECT name FROM learners WHERE 'learner:' || id = a.who), '') AS whoName,
	coalesce(s.name, l.name, g.name, i.name,
		(SELECT x.name FROM devices d JOIN learners x ON x.id = d.learner WHERE d.id = substr(a.about, 1, 26)), '') AS aboutName,
	CASE WHEN s.id IS NOT NULL THEN 'staff' WHEN l.id IS NOT NULL THEN 'woman' WHEN g.id IS NOT NULL THEN 'group'
		WHEN length(a.about) = 26 THEN 'phone' ELSE '' END AS aboutKind
FROM audit a
LEFT JOIN staff w ON w.id = a.who
LEFT JOIN staff s ON s.id = substr(a.about, 1, 15)
LEFT JOIN learners l ON l.id = substr(a.about, 1, 15)
LEFT JOIN groups g ON g.id = substr(a.about, 1, 15)
LEFT JOIN invitations i ON i.id = a.about
WHERE a.at >= {:from} AND a.at < {:to}
	AND (a.at < {:beforeAt} OR (a.at = {:beforeAt} AND a.id < {:beforeId}))
	AND ({:member} = '' OR a.who = {:member} OR substr(a.about, 1, 15) = {:member})
	AND ({:acts} = '[]' OR a.what IN (SELECT value FROM json_each({:acts})))
	AND ${visible}
ORDER BY a.at DESC, a.id DESC LIMIT {:most}`;

const ROW = { id: '', at: 0, who: '', what: '', about: '', whoName: '', aboutName: '', aboutKind: '' };

module.exports = { page, ROW };
