/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** Writes a trick (`expected` 0) or changes the revision that was looked at. outcome: kept, same (it came twice), stale
 * (somebody else has changed it since), gone. */
routerAdd(
	'POST',
	'/api/banmay/scams',
	(e) => {
		const sql = require(`${__hooks}/lib/scam-sql.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const { id, body, targets, until, files, expected, by } = e.requestInfo().body;
		const values = { id, body, targets, until, files, by, now: Date.now() };
		const written = expected
			? $app
					.db()
					.newQuery(sql.change)
					.bind({ ...values, expected })
					.execute()
			: $app.db().newQuery(sql.insert).bind(values).execute();
		if (written.rowsAffected()) return e.json(200, { outcome: 'kept' });
		const known = one($app, sql.byId, { json: '' }, { id });
		return e.json(200, { outcome: !known ? 'gone' : expected ? 'stale' : 'same' });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/scams/{id}/voices',
	(e) => {
		const { addVoices } = require(`${__hooks}/lib/scam-sql.js`);
		const { clips, files } = e.requestInfo().body;
		const values = { id: e.request.pathValue('id'), clips, files, now: Date.now() };
		const done = $app.db().newQuery(addVoices).bind(values).execute();
		return e.json(200, { outcome: done.rowsAffected() ? 'kept' : 'gone' });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/scams/{id}/published',
	(e) => {
		const { published } = require(`${__hooks}/lib/scam-sql.js`);
		const { revision } = e.requestInfo().body;
		const values = { id: e.request.pathValue('id'), revision, now: Date.now() };
		const done = $app.db().newQuery(published).bind(values).execute();
		return e.json(200, { outcome: done.rowsAffected() ? 'kept' : 'stale' });
	},
	$apis.requireAuth('services')
);

/** Drops what was never published. @returns which of its files no other trick has */
routerAdd(
	'POST',
	'/api/banmay/scams/{id}/drop',
	(e) => {
		const { drop } = require(`${__hooks}/lib/scam-sql.js`);
		const { expected } = e.requestInfo().body;
		const done = $app
			.db()
			.newQuery(drop)
			.bind({ id: e.request.pathValue('id'), expected })
			.execute();
		return e.json(200, { outcome: done.rowsAffected() ? 'kept' : 'stale' });
	},
	$apis.requireAuth('services')
);

/** Of these files those that no other trick has. */
routerAdd(
	'POST',
	'/api/banmay/scams/{id}/free',
	(e) => {
		const { has } = require(`${__hooks}/lib/scam-sql.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const id = e.request.pathValue('id');
		const { files } = e.requestInfo().body;
		return e.json(200, { free: files.filter((file) => one($app, has, { n: 0 }, { id, file }).n === 0) });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/scams/titles',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { titles } = require(`${__hooks}/lib/scam-sql.js`);
		return sendJson(e, `{"titles":${one($app, titles, { json: '' }, {}).json}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/scams/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { byId } = require(`${__hooks}/lib/scam-sql.js`);
		const found = one($app, byId, { json: '' }, { id: e.request.pathValue('id') });
		return sendJson(e, `{"scam":${found ? found.json : 'null'}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/scams',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { newest } = require(`${__hooks}/lib/scam-sql.js`);
		return sendJson(e, `{"scams":${one($app, newest, { json: '' }, {}).json}}`);
	},
	$apis.requireAuth('services')
);

/** Who of the women in reach has practised it. */
routerAdd(
	'GET',
	'/api/banmay/scams/{id}/played',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { played } = require(`${__hooks}/lib/scam-sql.js`);
		const query = e.request.url.query();
		const values = {
			lesson: `scam-${e.request.pathValue('id')}`,
			trainer: query.get('trainer'),
			places: query.get('places')
		};
		return sendJson(e, `{"played":${one($app, played, { json: '' }, values).json}}`);
	},
	$apis.requireAuth('services')
);
