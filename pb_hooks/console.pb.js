/// <reference path="../data/pocketbase/types.d.ts" />

/** For each group: how many women reported since a time, and how many need the trainer. */
routerAdd(
	'GET',
	'/api/banmay/console/weeks',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { weeks } = require(`${__hooks}/lib/console-sql.js`);
		const query = e.request.url.query();
		const values = {
			trainer: query.get('trainer'),
			places: query.get('places'),
			activeSince: Number(query.get('activeSince')),
			quietBefore: Number(query.get('quietBefore'))
		};
		return sendJson(e, `{"weeks":${one($app, weeks, { json: '' }, values).json}}`);
	},
	$apis.requireAuth('services')
);
