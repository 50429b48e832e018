/// <reference path="../data/pocketbase/types.d.ts" />

/** One learner's practices, from the roll-up. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/practices',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { practices } = require(`${__hooks}/lib/practice-sql.js`);
		const { json } = one($app, practices, { json: '' }, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"practices":${json}}`);
	},
	$apis.requireAuth('services')
);
