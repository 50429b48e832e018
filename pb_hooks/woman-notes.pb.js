/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

routerAdd(
	'GET',
	'/api/banmay/learners/{id}/notes',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofLearner } = require(`${__hooks}/lib/woman-note-sql.js`);
		const { json } = one($app, ofLearner, { json: '' }, { learner: e.request.pathValue('id') });
		return sendJson(e, `{"notes":${json}}`);
	},
	$apis.requireAuth('services')
);

/** Writes a note (`expected` 0), or changes the version that was looked at. outcome: kept, same (it came twice), stale
 * (it was changed meanwhile), gone (or another's). */
routerAdd(
	'POST',
	'/api/banmay/learners/{id}/notes',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/woman-note-sql.js`);
		const { id, author, text, expected } = e.requestInfo().body;
		const values = { id, learner: e.request.pathValue('id'), author, text, now: Date.now() };
		let outcome = 'kept';
		$app.runInTransaction((tx) => {
			const written = expected
				? tx
						.db()
						.newQuery(sql.change)
						.bind({ ...values, expected })
						.execute()
				: tx.db().newQuery(sql.insert).bind(values).execute();
			if (written.rowsAffected()) return;
			const { id, learner } = values;
			const found = one(tx, sql.known, { author: '', text: '' }, { id, learner });
			if (!found || found.author !== author) outcome = 'gone';
			else outcome = expected && found.text !== text ? 'stale' : 'same';
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** Deletes a note of this author's. Twice is as once. */
routerAdd(
	'POST',
	'/api/banmay/learners/{id}/notes/delete',
	(e) => {
		const { remove } = require(`${__hooks}/lib/woman-note-sql.js`);
		const { id, author } = e.requestInfo().body;
		const values = { id, author, learner: e.request.pathValue('id') };
		const deleted = $app.db().newQuery(remove).bind(values).execute().rowsAffected();
		return e.json(200, { deleted });
	},
	$apis.requireAuth('services')
);
