/// <reference path="../data/pocketbase/types.d.ts" />

/** The women within a reach, to be compared with a list. */
routerAdd(
	'GET',
	'/api/banmay/imports/known',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { known } = require(`${__hooks}/lib/import-sql.js`);
		const query = e.request.url.query();
		const values = { trainer: query.get('trainer'), places: query.get('places') };
		return sendJson(e, `{"women":${one($app, known, { json: '' }, values).json}}`);
	},
	$apis.requireAuth('services')
);

/** Takes a list in: all of it or nothing, and once. */
routerAdd(
	'POST',
	'/api/banmay/imports',
	(e) => {
		const { takeIn } = require(`${__hooks}/lib/import.js`);
		const body = e.requestInfo().body;
		let outcome;
		$app.runInTransaction((tx) => {
			outcome = takeIn(tx, body);
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** Takes one back. */
routerAdd(
	'POST',
	'/api/banmay/imports/{id}/undo',
	(e) => {
		const { takeBack } = require(`${__hooks}/lib/import.js`);
		const { by, now } = e.requestInfo().body;
		let answer;
		$app.runInTransaction((tx) => {
			answer = takeBack(tx, { id: e.request.pathValue('id'), by, now });
		});
		return e.json(200, answer);
	},
	$apis.requireAuth('services')
);
