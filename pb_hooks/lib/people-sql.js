/** A session is good as long as its user works here, or its device was not revoked. */
const sessionOf = {
	staff: `
SELECT s.user, s.device, s.expiresAt, u.name, u.role, coalesce(u.places, '[]') AS places
FROM sessions s JOIN staff u ON u.id = s.user AND u.active
WHERE s.id = {:id} AND s.kind = 'staff'`,
	learner: `
SELECT s.user, s.device, s.expiresAt, u.name, 'learner' AS role, '[]' AS places
FROM sessions s JOIN learners u ON u.id = s.user
	JOIN devices d ON d.id = s.device AND d.learner = s.user AND d.revokedAtMs = 0
WHERE s.id = {:id} AND s.kind = 'learner'`
};

/** Gives no row when the device is another learner's. Her own opens again: she has shown her card. */
const registerDevice = `
INSERT INTO devices (id, learner, watermark, pushedAtMs, app, freeBytes, joinedAtMs, revokedAtMs)
SELECT {:device}, id, 0, 0, '', -1, {:now}, 0 FROM learners WHERE id = {:learner}
ON CONFLICT (id) DO UPDATE SET revokedAtMs = 0 WHERE devices.learner = excluded.learner
RETURNING id`;

const revokeDevices = `
UPDATE devices SET revokedAtMs = {:now}
WHERE (id = {:device} OR learner = {:learner}) AND revokedAtMs = 0
RETURNING id`;

const endSessions = `
DELETE FROM sessions
WHERE kind = 'learner' AND device IN (SELECT id FROM devices WHERE id = {:device} OR learner = {:learner})`;

/** Managers who reach everything (src/lib/server/reach.ts). */
const programmeManagers = `
SELECT count(*) AS n FROM staff WHERE role = 'manager' AND active AND coalesce(places, '[]') IN ('[]', 'null', '')`;

const endStaffSessions = `DELETE FROM sessions WHERE kind = 'staff' AND user = {:id}`;

module.exports = {
	...{ sessionOf, registerDevice, revokeDevices, endSessions },
	...{ programmeManagers, endStaffSessions }
};
