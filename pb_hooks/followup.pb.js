/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** What a woman said 30 and 90 days after her courses. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/followups',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofLearner } = require(`${__hooks}/lib/followup-sql.js`);
		const read = (sql) => one($app, sql, { json: '' }, { learner: e.request.pathValue('id') }).json;
		return sendJson(e, `{"answers":${read(ofLearner.answers)},"ended":${read(ofLearner.ended)}}`);
	},
	$apis.requireAuth('services')
);

/** What she told somebody of the staff, all of it or nothing; `answers` is a JSON list of {question, answer}, checked
 * by the app. @returns how much of it was new */
routerAdd(
	'POST',
	'/api/banmay/learners/{id}/followups',
	(e) => {
		const { tell } = require(`${__hooks}/lib/followup-sql.js`);
		const { course, days, answers, by } = e.requestInfo().body;
		const values = { learner: e.request.pathValue('id'), course, days, answers, by, now: Date.now() };
		return e.json(200, { changed: $app.db().newQuery(tell).bind(values).execute().rowsAffected() });
	},
	$apis.requireAuth('services')
);
