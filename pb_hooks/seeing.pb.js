/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** What needs are told from, for every woman of these groups. */
routerAdd(
	'POST',
	'/api/banmay/seeing/needs',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { needs } = require(`${__hooks}/lib/seeing-sql.js`);
		const { groups, clipsSince } = e.requestInfo().body;
		return sendJson(e, `{${membersOf($app, needs, { groups: JSON.stringify(groups), clipsSince })}}`);
	},
	$apis.requireAuth('services')
);

/** Weeks and questions over all of these groups, and weeks group by group. */
routerAdd(
	'POST',
	'/api/banmay/seeing/weeks',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const sql = require(`${__hooks}/lib/seeing-sql.js`);
		const { groups, fromWeek, fromMs } = e.requestInfo().body;
		const values = { groups: JSON.stringify(groups), fromWeek, fromMs };
		const all = membersOf($app, { ...sql.weeks, questions: sql.questions }, values);
		return sendJson(e, `{${all},"byGroup":{${membersOf($app, sql.weeksByGroup, values)}}}`);
	},
	$apis.requireAuth('services')
);

/** One woman's answers. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/answers',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { answers } = require(`${__hooks}/lib/seeing-sql.js`);
		const { json } = one($app, answers, { json: '' }, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"answers":${json}}`);
	},
	$apis.requireAuth('services')
);
