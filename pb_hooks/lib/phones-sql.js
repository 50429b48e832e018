/** Profiles of which one browser shows the sessions share a phone. The first name that one of them has is everybody's. */
const share = `
WITH here (id) AS (SELECT {:device} UNION
		SELECT device FROM sessions WHERE kind = 'learner' AND id IN (SELECT value FROM json_each({:sessions}))),
	named (phone) AS (SELECT phone FROM devices WHERE id IN (SELECT id FROM here) AND phone != '')
UPDATE devices SET phone = coalesce((SELECT min(phone) FROM named), {:name})
WHERE id IN (SELECT id FROM here) OR phone IN (SELECT phone FROM named)`;

/** Phones of the women who are in these groups (a JSON list of ids), the last heard of first. "sharing": how many
 * profiles with access are on that phone, also of women of other groups. */
const phones = `
SELECT coalesce(json_group_array(json(row)), '[]') AS json FROM (
	SELECT json_object('id', d.id, 'phone', d.phone, 'app', d.app, 'freeBytes', d.freeBytes, 'joinedAtMs', d.joinedAtMs,
		'pushedAtMs', d.pushedAtMs, 'revokedAtMs', d.revokedAtMs, 'learner', l.id, 'name', l.name, 'picture', l.picture,
		'groups', json((SELECT json_group_array(m."group") FROM memberships m WHERE m.learner = l.id AND m.untilMs = 0
			AND m."group" IN (SELECT value FROM json_each({:groups})))),
		'sharing', CASE d.phone WHEN '' THEN 1 ELSE
			(SELECT count(*) FROM devices o WHERE o.phone = d.phone AND o.revokedAtMs = 0) END) AS row
	FROM devices d JOIN learners l ON l.id = d.learner
	WHERE l.id IN (SELECT learner FROM memberships WHERE untilMs = 0
		AND "group" IN (SELECT value FROM json_each({:groups})))
	ORDER BY d.revokedAtMs > 0, d.pushedAtMs DESC, d.id)`;

const revoke = `
UPDATE devices SET revokedAtMs = {:now}
WHERE id IN (SELECT value FROM json_each({:devices})) AND revokedAtMs = 0
RETURNING id`;

const endSessions = `
DELETE FROM sessions WHERE kind = 'learner' AND device IN (SELECT value FROM json_each({:devices}))`;

module.exports = { share, phones, revoke, endSessions };
