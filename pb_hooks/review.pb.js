/// <reference path="../data/pocketbase/types.d.ts" />

/** What is still known 30 and 60 days after a lesson, within a reach or of one group. */
routerAdd(
	'GET',
	'/api/banmay/known',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { known } = require(`${__hooks}/lib/review-sql.js`);
		const query = e.request.url.query();
		const values = { group: query.get('group'), trainer: query.get('trainer'), places: query.get('places') };
		const { json } = one($app, known, { json: '' }, values);
		return sendJson(e, `{"known":${json}}`);
	},
	$apis.requireAuth('services')
);
