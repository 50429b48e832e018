/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** A badge with what was signed; `null` when there is none. */
routerAdd(
	'GET',
	'/api/banmay/badges/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { find } = require(`${__hooks}/lib/credential-sql.js`);
		const row = one($app, find, { json: '' }, { id: e.request.pathValue('id') });
		return sendJson(e, row ? row.json : 'null');
	},
	$apis.requireAuth('services')
);

/** Keeps a signed credential, once. 409: another badge has this place in the status list. */
routerAdd(
	'POST',
	'/api/banmay/badges/{id}/credential',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { keep, find } = require(`${__hooks}/lib/credential-sql.js`);
		const id = e.request.pathValue('id');
		const { subject, holder, nameSalt, statusIndex, credential, jwt } = e.requestInfo().body;
		const values = { id, subject, holder, nameSalt, statusIndex, credential, jwt, now: Date.now() };
		try {
			$app.db().newQuery(keep).bind(values).execute();
		} catch (cause) {
			if (!/UNIQUE/.test(String(cause))) throw cause;
			return e.json(409, { message: 'This place in the status list is taken.' });
		}
		const row = one($app, find, { json: '' }, { id });
		return sendJson(e, row ? row.json : 'null');
	},
	$apis.requireAuth('services')
);

/** Takes a badge back. Doing it again changes nothing. */
routerAdd(
	'POST',
	'/api/banmay/badges/{id}/revoke',
	(e) => {
		const { revoke } = require(`${__hooks}/lib/credential-sql.js`);
		const { why } = e.requestInfo().body;
		$app
			.db()
			.newQuery(revoke)
			.bind({ id: e.request.pathValue('id'), why, now: Date.now() })
			.execute();
		return e.json(200, {});
	},
	$apis.requireAuth('services')
);

/** Places in the status list of the badges that were taken back. */
routerAdd(
	'GET',
	'/api/banmay/badges-revoked',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { revoked } = require(`${__hooks}/lib/credential-sql.js`);
		return sendJson(e, one($app, revoked, { json: '' }, {}).json);
	},
	$apis.requireAuth('services')
);
