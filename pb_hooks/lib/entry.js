const { one } = require(`${__hooks}/lib/query.js`);

const INVITATION = {
	id: '',
	name: '',
	role: '',
	places: '',
	groups: '',
	invitedBy: '',
	expiresAtMs: 0,
	usedAtMs: 0,
	withdrawnAtMs: 0,
	isOrphan: 0
};

/** `isOrphan`: whoever invited does not work here any more. */
const byHash = `
SELECT i.id, i.name, i.role, coalesce(i.places, '[]') AS places, coalesce(i.groups, '[]') AS groups, i.invitedBy, i.expiresAtMs, i.usedAtMs, i.withdrawnAtMs,
	i.invitedBy != '' AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = i.invitedBy AND s.active) AS isOrphan
FROM invitations i WHERE i.secretHash = {:hash}`;

/** Why an invitation opens nothing, or undefined when it does. */
function faultOf(invitation, now) {
	if (!invitation) return 'unknown';
	if (invitation.usedAtMs) return 'used';
	if (invitation.withdrawnAtMs || invitation.isOrphan) return 'withdrawn';
	if (invitation.expiresAtMs <= now) return 'expired';
	return undefined;
}

/** Makes a member of staff out of an invitation: all of it or nothing, and never twice.
 * @returns {{ outcome: string, staff?: string }} */
function accept(tx, { hash, name, email, password, now }) {
	const invitation = one(tx, byHash, INVITATION, { hash });
	const fault = faultOf(invitation, now);
	if (fault) return { outcome: fault };
	if (one(tx, 'SELECT id FROM staff WHERE email = {:email} COLLATE NOCASE', { id: '' }, { email }))
		return { outcome: 'email_taken' };
	const member = new Record(tx.findCollectionByNameOrId('staff'), {
		name,
		role: invitation.role,
		places: JSON.parse(invitation.places || '[]'),
		active: true,
		emailVisibility: false
	});
	member.setEmail(email);
	member.setPassword(password);
	member.setVerified(true);
	tx.save(member);
	for (const id of JSON.parse(invitation.groups || '[]')) lookAfter(tx, id, member.id);
	tx.db()
		.newQuery('UPDATE invitations SET usedAtMs = {:now}, usedBy = {:staff} WHERE id = {:id}')
		.bind({ now, staff: member.id, id: invitation.id })
		.execute();
	return { outcome: 'accepted', staff: member.id };
}

/** A group that is gone by now is no trouble. */
function lookAfter(tx, id, staff) {
	if (!one(tx, 'SELECT id FROM groups WHERE id = {:id}', { id: '' }, { id })) return;
	const group = tx.findRecordById('groups', id);
	group.set('trainers+', staff);
	group.set('version', group.getInt('version') + 1);
	tx.save(group);
}

const codeOf = `
SELECT c.id, c.staff, c.codeHash, c.expiresAtMs, c.wrong, c.usedAtMs
FROM staff_codes c JOIN staff s ON s.id = c.staff AND s.active
WHERE s.email = {:email} COLLATE NOCASE`;
const CODE = { id: '', staff: '', codeHash: '', expiresAtMs: 0, wrong: 0, usedAtMs: 0 };

/** Sets a new password for who shows her code, and ends her sessions. What is wrong is counted in the same
 * transaction, so that a hundred tries at once are a hundred.
 * @returns {{ outcome: 'set' | 'wrong', staff: string }} `staff` is '' when nobody has such a code */
function resetPassword(tx, { email, hash, password, now, maxWrong }) {
	const code = one(tx, codeOf, CODE, { email });
	if (!code) return { outcome: 'wrong', staff: '' };
	const isOpen = !code.usedAtMs && code.expiresAtMs > now && code.wrong < maxWrong;
	if (!isOpen || !$security.equal(code.codeHash, hash)) {
		tx.db()
			.newQuery('UPDATE staff_codes SET wrong = wrong + 1 WHERE id = {:id}')
			.bind({ id: code.id })
			.execute();
		return { outcome: 'wrong', staff: code.staff };
	}
	const member = tx.findRecordById('staff', code.staff);
	member.setPassword(password);
	tx.save(member);
	tx.db()
		.newQuery('UPDATE staff_codes SET usedAtMs = {:now} WHERE id = {:id}')
		.bind({ now, id: code.id })
		.execute();
	tx.db()
		.newQuery("DELETE FROM sessions WHERE kind = 'staff' AND user = {:staff}")
		.bind({ staff: code.staff })
		.execute();
	return { outcome: 'set', staff: code.staff };
}

const putCode = `
INSERT INTO staff_codes (id, staff, codeHash, madeBy, madeAtMs, expiresAtMs, wrong, usedAtMs)
SELECT {:id}, s.id, {:hash}, {:by}, {:now}, {:until}, 0, 0 FROM staff s WHERE s.id = {:staff} AND s.active
ON CONFLICT (staff) DO UPDATE SET codeHash = excluded.codeHash, madeBy = excluded.madeBy,
	madeAtMs = excluded.madeAtMs, expiresAtMs = excluded.expiresAtMs, wrong = 0, usedAtMs = 0
RETURNING id`;

module.exports = { INVITATION, byHash, faultOf, accept, resetPassword, putCode };
