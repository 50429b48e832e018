/// <reference path="../data/pocketbase/types.d.ts" />

/** The session of a cookie's hash with its user; null when it, the user or the device's right is gone. */
routerAdd(
	'GET',
	'/api/banmay/sessions/{kind}/{id}',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { sessionOf } = require(`${__hooks}/lib/people-sql.js`);
		const shape = { user: '', device: '', expiresAt: 0, name: '', role: '', places: '' };
		const kind = e.request.pathValue('kind');
		const session = one($app, sessionOf[kind], shape, { id: e.request.pathValue('id') });
		return e.json(200, { session: session || null });
	},
	$apis.requireAuth('services')
);

/** Makes a device the learner's; "taken" when it is another learner's. */
routerAdd(
	'POST',
	'/api/banmay/devices',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { registerDevice } = require(`${__hooks}/lib/people-sql.js`);
		const { learner, device, now } = e.requestInfo().body;
		const row = one($app, registerDevice, { id: '' }, { learner, device, now });
		return e.json(200, { outcome: row ? 'registered' : 'taken' });
	},
	$apis.requireAuth('services')
);

/** Revokes one device, or all of a learner, and deletes their sessions. */
routerAdd(
	'POST',
	'/api/banmay/devices/revoke',
	(e) => {
		const { all } = require(`${__hooks}/lib/query.js`);
		const { revokeDevices, endSessions } = require(`${__hooks}/lib/people-sql.js`);
		const { learner, device, now } = e.requestInfo().body;
		let revoked = 0;
		$app.runInTransaction((tx) => {
			revoked = all(tx, revokeDevices, { id: '' }, { learner, device, now }).length;
			tx.db().newQuery(endSessions).bind({ learner, device }).execute();
		});
		return e.json(200, { revoked });
	},
	$apis.requireAuth('services')
);

/** Adds women to a group, all or none. */
routerAdd(
	'POST',
	'/api/banmay/groups/{id}/learners',
	(e) => {
		const { addLearners } = require(`${__hooks}/lib/people.js`);
		const { women, by, fromMs } = e.requestInfo().body;
		const group = e.request.pathValue('id');
		let learners = [];
		$app.runInTransaction((tx) => {
			learners = addLearners(tx, group, women, { by, fromMs: fromMs || Date.now() });
		});
		return e.json(200, { learners });
	},
	$apis.requireAuth('services')
);

/** What her phone keeps about a learner. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { about } = require(`${__hooks}/lib/sync-sql.js`);
		const shape = { learner: '', badges: '', completed: '' };
		const row = one($app, about, shape, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"learner":${row ? row.learner : 'null'}}`);
	},
	$apis.requireAuth('services')
);
