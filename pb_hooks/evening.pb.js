/// <reference path="../data/pocketbase/types.d.ts" />

/** Who has not done what a date is near for, and what was said to needs. */
routerAdd(
	'POST',
	'/api/banmay/evening',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { due, marks } = require(`${__hooks}/lib/evening-sql.js`);
		const { groups, assignments } = e.requestInfo().body;
		const values = { groups: JSON.stringify(groups), assignments: JSON.stringify(assignments) };
		return sendJson(e, `{${membersOf($app, { due, marks }, values)}}`);
	},
	$apis.requireAuth('services')
);

/** The figures of several spans of time, each by itself. */
routerAdd(
	'POST',
	'/api/banmay/evening/spans',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { span } = require(`${__hooks}/lib/evening-sql.js`);
		const { groups, spans } = e.requestInfo().body;
		const told = spans.map((one) => `{${membersOf($app, span, { groups: JSON.stringify(groups), ...one })}}`);
		return sendJson(e, `{"spans":[${told.join(',')}]}`);
	},
	$apis.requireAuth('services')
);
