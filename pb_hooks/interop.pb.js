/// <reference path="../data/pocketbase/types.d.ts" />

/** Events, badges or devices after a cursor, in the order of arrival, and the cursor to go on with. */
routerAdd(
	'POST',
	'/api/banmay/interop/feed',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { cursorAt, partsOf } = require(`${__hooks}/lib/cursor.js`);
		const sql = require(`${__hooks}/lib/interop-sql.js`);
		const { table, cursor, kinds, from, to, limit } = e.requestInfo().body;
		if (!['events', 'badges', 'devices'].includes(table)) throw new BadRequestError();
		const values = { ...partsOf(cursor), from, to, limit };
		if (table === 'events') values.kinds = JSON.stringify(kinds);
		let answer = '';
		$app.runInTransaction((tx) => {
			const row = one(tx, sql[table], { found: 0, last: 0, newest: 0, json: '' }, values);
			// With nothing left, the cursor stands at the newest row: what is of no interest is not walked through again.
			const place = row.found === limit ? row.last : row.newest;
			const mark = (place && one(tx, sql.markOf(table), { mark: '' }, { place }))?.mark ?? '';
			answer = `{"rows":${row.json},"cursor":${cursorAt({ place, mark })},"more":${row.found === limit}}`;
		});
		return sendJson(e, answer);
	},
	$apis.requireAuth('services')
);

/** How many events, badges and devices lie behind three cursors. */
routerAdd(
	'POST',
	'/api/banmay/interop/waiting',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { partsOf } = require(`${__hooks}/lib/cursor.js`);
		const { waiting } = require(`${__hooks}/lib/interop-sql.js`);
		const { events, badges, joined, kinds } = e.requestInfo().body;
		const values = {
			events: partsOf(events).place,
			badges: partsOf(badges).place,
			joined: partsOf(joined).place,
			kinds: JSON.stringify(kinds)
		};
		return e.json(200, one($app, waiting, { events: 0, badges: 0, joined: 0 }, values));
	},
	$apis.requireAuth('services')
);

/** Who was enrolled, active, finished and given a badge in a period; a row a membership. */
routerAdd(
	'GET',
	'/api/banmay/interop/measures',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { measures } = require(`${__hooks}/lib/interop-sql.js`);
		const query = e.request.url.query();
		const values = { from: Number(query.get('from')), to: Number(query.get('to')) };
		return sendJson(e, `{"rows":${one($app, measures, { json: '' }, values).json}}`);
	},
	$apis.requireAuth('services')
);

/** How many women of each group have begun and completed each course. */
routerAdd(
	'POST',
	'/api/banmay/interop/progress',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { progress } = require(`${__hooks}/lib/interop-sql.js`);
		const { lessons } = e.requestInfo().body;
		return sendJson(e, `{"rows":${one($app, progress, { json: '' }, { lessons }).json}}`);
	},
	$apis.requireAuth('services')
);
