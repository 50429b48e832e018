const { patternOf } = require(`${__hooks}/lib/pattern-sql.js`);

/** Keeps what was signed, unless something was before: who comes second finds the first one's. */
const keep = `
UPDATE badges SET subject = {:subject}, holder = {:holder}, nameSalt = {:nameSalt}, statusIndex = {:statusIndex},
	credential = {:credential}, jwt = {:jwt}, signedAtMs = {:now}
WHERE id = {:id} AND signedAtMs = 0`;

const findOne = `
SELECT json_object('id', b.id, 'learner', b.learner, 'course', b.course, 'earnedAtMs', b.earnedAtMs,
	'issuedAtMs', b.issuedAtMs, 'signedAtMs', b.signedAtMs, 'credential', b.credential, 'jwt', b.jwt,
	'statusIndex', b.statusIndex, 'revokedAtMs', b.revokedAtMs, 'revokedWhy', b.revokedWhy,
	'nameSalt', b.nameSalt, 'pattern', json(${patternOf('b.learner')}),
	'holder', coalesce(nullif(b.holder, ''), l.name, '')) AS json
FROM badges b LEFT JOIN learners l ON l.id = b.learner WHERE b.id = {:id}`;

const revoke = `UPDATE badges SET revokedAtMs = {:now}, revokedWhy = {:why} WHERE id = {:id} AND revokedAtMs = 0`;

const revoked = `
SELECT json_group_array(statusIndex) AS json FROM (
	SELECT statusIndex FROM badges WHERE revokedAtMs > 0 AND signedAtMs > 0 ORDER BY statusIndex)`;

module.exports = { keep, find: findOne, revoke, revoked };
