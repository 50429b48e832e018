/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** Changes a group as it was at `expected`. outcome: kept, stale (somebody else has changed it), gone; not_empty: it
 * was to be closed, and women are in it. */
routerAdd(
	'POST',
	'/api/banmay/groups/{id}/change',
	(e) => {
		const { change } = require(`${__hooks}/lib/change.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const { women } = require(`${__hooks}/lib/membership-sql.js`);
		const { expected, values, by } = e.requestInfo().body;
		const id = e.request.pathValue('id');
		let outcome;
		$app.runInTransaction((tx) => {
			const isFull = values.archived && one(tx, women, { n: 0 }, { group: id }).n > 0;
			outcome = isFull ? 'not_empty' : change(tx, 'groups', id, { expected, values, by });
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** Changes what stands about a woman, as it was at `expected`. */
routerAdd(
	'POST',
	'/api/banmay/learners/{id}/change',
	(e) => {
		const { change } = require(`${__hooks}/lib/change.js`);
		const { expected, values, by } = e.requestInfo().body;
		let outcome;
		$app.runInTransaction((tx) => {
			outcome = change(tx, 'learners', e.request.pathValue('id'), { expected, values, by });
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** Puts a woman into a group, takes her out of one, or both. */
routerAdd(
	'POST',
	'/api/banmay/learners/{id}/move',
	(e) => {
		const { moveLearner } = require(`${__hooks}/lib/membership.js`);
		const { from, to, by } = e.requestInfo().body;
		let outcome;
		$app.runInTransaction((tx) => {
			outcome = moveLearner(tx, e.request.pathValue('id'), { from, to, by, now: Date.now() });
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** When she was in which group. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/memberships',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofLearner } = require(`${__hooks}/lib/membership-sql.js`);
		const { json } = one($app, ofLearner, { json: '' }, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"memberships":${json}}`);
	},
	$apis.requireAuth('services')
);

/** Who has left a group. */
routerAdd(
	'GET',
	'/api/banmay/groups/{id}/left',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { left } = require(`${__hooks}/lib/membership-sql.js`);
		const { json } = one($app, left, { json: '' }, { group: e.request.pathValue('id') });
		return sendJson(e, `{"women":${json}}`);
	},
	$apis.requireAuth('services')
);
