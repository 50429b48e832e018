/// <reference path="../data/pocketbase/types.d.ts" />

/** What an invitation says, or why it opens nothing. */
routerAdd(
	'POST',
	'/api/banmay/invitations/look',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { INVITATION, byHash, faultOf } = require(`${__hooks}/lib/entry.js`);
		const { hash, now } = e.requestInfo().body;
		const invitation = one($app, byHash, INVITATION, { hash });
		const fault = faultOf(invitation, now);
		if (fault) return e.json(200, { outcome: fault });
		const { id, name, role, places, groups, invitedBy, expiresAtMs } = invitation;
		const listed = { places: JSON.parse(places || '[]'), groups: JSON.parse(groups || '[]') };
		return e.json(200, {
			outcome: 'open',
			invitation: { id, name, role, ...listed, invitedBy, expiresAtMs }
		});
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/invitations/accept',
	(e) => {
		const { accept } = require(`${__hooks}/lib/entry.js`);
		const body = e.requestInfo().body;
		let answer;
		$app.runInTransaction((tx) => {
			answer = accept(tx, body);
		});
		return e.json(200, answer);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/staff/code',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { putCode } = require(`${__hooks}/lib/entry.js`);
		const { id, staff, hash, by, now, until } = e.requestInfo().body;
		const row = one($app, putCode, { id: '' }, { id, staff, hash, by, now, until });
		return e.json(200, { isKept: Boolean(row) });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/staff/reset',
	(e) => {
		const { resetPassword } = require(`${__hooks}/lib/entry.js`);
		const body = e.requestInfo().body;
		let answer;
		$app.runInTransaction((tx) => {
			answer = resetPassword(tx, body);
		});
		return e.json(200, answer);
	},
	$apis.requireAuth('services')
);

/** Whose sign-in name this is: PocketBase's own filters pass over addresses that are not shown to everybody. */
routerAdd(
	'POST',
	'/api/banmay/staff/by-email',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const sql = 'SELECT id FROM staff WHERE email = {:email} COLLATE NOCASE';
		const row = one($app, sql, { id: '' }, { email: e.requestInfo().body.email });
		return e.json(200, { id: row ? row.id : '' });
	},
	$apis.requireAuth('services')
);
