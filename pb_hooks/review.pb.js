/// <reference path="../data/pocketbase/types.d.ts" />

/** What is still known 30 and 60 days after a lesson, and what was answered before and after courses, within a reach or
 * of one group. */
routerAdd(
	'GET',
	'/api/banmay/known',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { known, checks } = require(`${__hooks}/lib/review-sql.js`);
		const query = e.request.url.query();
		const values = { group: query.get('group'), trainer: query.get('trainer'), places: query.get('places') };
		const read = (sql) => one($app, sql, { json: '' }, values).json;
		return sendJson(e, `{"known":${read(known)},"checks":${read(checks)}}`);
	},
	$apis.requireAuth('services')
);
