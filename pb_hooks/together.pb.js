/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** Keeps what a member of staff's phone tells, all in one transaction; `events` are checked by the app. */
routerAdd(
	'POST',
	'/api/banmay/meetings',
	(e) => {
		const { foldTogether } = require(`${__hooks}/lib/together.js`);
		const { events, teller } = e.requestInfo().body;
		const now = Date.now();
		let fresh = 0;
		$app.runInTransaction((tx) => {
			for (const event of JSON.parse(events))
				if (foldTogether(tx, { ...event, teller, tellerKind: 'staff' }, now)) fresh += 1;
		});
		return e.json(200, { fresh });
	},
	$apis.requireAuth('services')
);

/** The women of these groups, and what this teller has delivered since. */
routerAdd(
	'POST',
	'/api/banmay/rosters',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/together-sql.js`);
		const { groups, teller, since } = e.requestInfo().body;
		const rosters = one($app, sql.rosters, { json: '' }, { groups }).json;
		const told = one($app, sql.toldBy, { json: '' }, { teller, since }).json;
		return sendJson(e, `{"groups":${rosters},"told":${told}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/groups/{id}/meetings',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/together-sql.js`);
		const group = e.request.pathValue('id');
		const json = (name) => one($app, sql[name], { json: '' }, { group }).json;
		return sendJson(e, `{"meetings":${json('ofGroup')},"newcomers":${json('newcomers')}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/learners/{id}/together',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofLearner } = require(`${__hooks}/lib/together-sql.js`);
		const { json } = one($app, ofLearner, { json: '' }, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"heard":${json}}`);
	},
	$apis.requireAuth('services')
);

/** A trainer has looked at a newcomer: she stays (`into` ''), or is another woman of the group. */
routerAdd(
	'POST',
	'/api/banmay/newcomers/{id}/check',
	(e) => {
		const { merge } = require(`${__hooks}/lib/together.js`);
		const sql = require(`${__hooks}/lib/together-sql.js`);
		const { group, into } = e.requestInfo().body;
		const values = { learner: e.request.pathValue('id'), group, now: Date.now() };
		let outcome = 'kept';
		$app.runInTransaction((tx) => {
			if (into) outcome = merge(tx, { ...values, into });
			else if (!tx.db().newQuery(sql.check).bind(values).execute().rowsAffected()) outcome = 'gone';
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);
