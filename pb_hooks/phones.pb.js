/// <reference path="../data/pocketbase/types.d.ts" />

/** A browser joins by a card and shows other profiles' sessions: they are on one phone. */
routerAdd(
	'POST',
	'/api/banmay/devices/share',
	(e) => {
		const { share } = require(`${__hooks}/lib/phones-sql.js`);
		const { device, sessions, name } = e.requestInfo().body;
		$app
			.db()
			.newQuery(share)
			.bind({ device, name, sessions: JSON.stringify(sessions) })
			.execute();
		return e.json(200, {});
	},
	$apis.requireAuth('services')
);

/** Phones of groups. */
routerAdd(
	'POST',
	'/api/banmay/console/phones',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { phones } = require(`${__hooks}/lib/phones-sql.js`);
		const groups = JSON.stringify(e.requestInfo().body.groups);
		return sendJson(e, `{"phones":${one($app, phones, { json: '' }, { groups }).json}}`);
	},
	$apis.requireAuth('services')
);

/** Revokes many devices and deletes their sessions, all or none. */
routerAdd(
	'POST',
	'/api/banmay/devices/revoke-many',
	(e) => {
		const { all } = require(`${__hooks}/lib/query.js`);
		const { revoke, endSessions } = require(`${__hooks}/lib/phones-sql.js`);
		const { devices, now } = e.requestInfo().body;
		const values = { devices: JSON.stringify(devices), now };
		let revoked = [];
		$app.runInTransaction((tx) => {
			revoked = all(tx, revoke, { id: '' }, values).map(({ id }) => id);
			tx.db().newQuery(endSessions).bind({ devices: values.devices }).execute();
		});
		return e.json(200, { revoked });
	},
	$apis.requireAuth('services')
);
