/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** Writes a notice (`expected` 0) or changes the version that was looked at. outcome: kept, same (it came twice),
 * stale (somebody else has changed or withdrawn it), gone. */
routerAdd(
	'POST',
	'/api/banmay/notices',
	(e) => {
		const sql = require(`${__hooks}/lib/notice-sql.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const { id, kind, body, newcomers, fromMs, untilMs, targets, expected, by } = e.requestInfo().body;
		const now = Date.now();
		let outcome = 'kept';
		$app.runInTransaction((tx) => {
			const values = { id, kind, body, newcomers, fromMs, untilMs, now, by };
			const written = expected
				? tx
						.db()
						.newQuery(sql.change)
						.bind({ ...values, expected })
						.execute()
				: tx.db().newQuery(sql.insert).bind(values).execute();
			if (!written.rowsAffected()) {
				const known = one(tx, sql.byId, { json: '' }, { id });
				outcome = !known ? 'gone' : expected ? 'stale' : 'same';
				return;
			}
			tx.db().newQuery(sql.dropTargets).bind({ id, targets }).execute();
			tx.db().newQuery(sql.addTargets).bind({ id, targets, added: new DateTime().string() }).execute();
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/notices/{id}/withdraw',
	(e) => {
		const sql = require(`${__hooks}/lib/notice-sql.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const { expected, by, media } = e.requestInfo().body;
		const id = e.request.pathValue('id');
		const done = $app.db().newQuery(sql.withdraw).bind({ id, expected, by, now: Date.now() }).execute();
		if (!done.rowsAffected()) return e.json(200, { outcome: 'stale', free: [] });
		const free = media.filter((name) => one($app, sql.names, { n: 0 }, { id, media: name }).n === 0);
		return e.json(200, { outcome: 'kept', free });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/notices/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { byId } = require(`${__hooks}/lib/notice-sql.js`);
		const found = one($app, byId, { json: '' }, { id: e.request.pathValue('id') });
		return sendJson(e, `{"notice":${found ? found.json : 'null'}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/groups/{id}/notices',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofGroup } = require(`${__hooks}/lib/notice-sql.js`);
		const endedAfter = Number(e.request.url.query().get('endedAfter'));
		const { json } = one($app, ofGroup, { json: '' }, { group: e.request.pathValue('id'), endedAfter });
		return sendJson(e, `{"notices":${json}}`);
	},
	$apis.requireAuth('services')
);
