/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** What women within a reach told and asked; `alone`: also those who are in no group. */
routerAdd(
	'POST',
	'/api/banmay/voices/list',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/voice-sql.js`);
		const { trainer, places, alone, before } = e.requestInfo().body;
		const reach = { trainer, places, alone: alone ? 1 : 0 };
		return e.json(200, {
			voices: one($app, sql.list, { json: '' }, reach).json,
			reported: one($app, sql.reported, { json: '' }, reach).json,
			late: one($app, sql.late, { n: 0 }, { ...reach, before }).n
		});
	},
	$apis.requireAuth('services')
);

/** Only how many questions wait too long. */
routerAdd(
	'POST',
	'/api/banmay/voices/late',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { late } = require(`${__hooks}/lib/voice-sql.js`);
		const { trainer, places, alone, before } = e.requestInfo().body;
		return e.json(200, one($app, late, { n: 0 }, { trainer, places, alone: alone ? 1 : 0, before }));
	},
	$apis.requireAuth('services')
);

routerAdd(
	'POST',
	'/api/banmay/voices/one',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { byId } = require(`${__hooks}/lib/voice-sql.js`);
		const { id, trainer, places, alone } = e.requestInfo().body;
		const shape = { json: '', reached: 0, passed: '' };
		const found = one($app, byId, shape, { id, trainer, places, alone: alone ? 1 : 0 });
		return e.json(200, { found: found || null });
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/experts/{id}/questions',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { ofExpert } = require(`${__hooks}/lib/voice-sql.js`);
		return sendJson(e, one($app, ofExpert, { json: '' }, { expert: e.request.pathValue('id') }).json);
	},
	$apis.requireAuth('services')
);

/** What she took back (without a learner: what anybody did): hashes of files, and clips that nothing names any more. */
routerAdd(
	'POST',
	'/api/banmay/voices/withdrawn',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/voice-sql.js`);
		const { json } = one($app, sql.withdrawn, { json: '' }, { learner: e.requestInfo().body.learner });
		const found = JSON.parse(json);
		const clips = found.flatMap(({ clips }) => clips.filter(Boolean));
		return e.json(200, {
			files: found.map(({ learner, blob, picture }) => ({ learner, blobs: [blob, picture].filter(Boolean) })),
			clips: clips.filter((media) => one($app, sql.names, { n: 0 }, { media }).n === 0)
		});
	},
	$apis.requireAuth('services')
);

/** One act of staff's. outcome: kept, or stale when it can no longer be done. */
routerAdd(
	'POST',
	'/api/banmay/voices/{id}/acts/{act}',
	(e) => {
		const sql = require(`${__hooks}/lib/voice-sql.js`);
		const act = sql.acts[e.request.pathValue('act')];
		if (!act) throw new NotFoundError();
		const { by, key, why } = e.requestInfo().body;
		const id = e.request.pathValue('id');
		let changed = 0;
		$app.runInTransaction((tx) => {
			tx.db().newQuery(sql.begin).bind({ id }).execute();
			const values = { id, by, key: key || '', why: why || '', now: Date.now() };
			const bound = Object.fromEntries(Object.entries(values).filter(([name]) => act.includes(`{:${name}}`)));
			changed = tx.db().newQuery(act).bind(bound).execute().rowsAffected();
		});
		return e.json(200, { outcome: changed ? 'kept' : 'stale' });
	},
	$apis.requireAuth('services')
);
