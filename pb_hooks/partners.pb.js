/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** A page of the partners that this reader may see, how many there are, and what waits for her. */
routerAdd(
	'POST',
	'/api/banmay/partners/list',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/partner-sql.js`);
		const { most, skip, ...asked } = e.requestInfo().body;
		const { trainer, places } = asked;
		const { json } = one($app, sql.list, { json: '' }, { ...asked, most, skip });
		const { n } = one($app, sql.total, { n: 0 }, asked);
		const waiting = one($app, sql.waiting, { unverified: 0, reported: 0 }, { trainer, places });
		return sendJson(e, `{"partners":${json},"total":${n},"waiting":${JSON.stringify(waiting)}}`);
	},
	$apis.requireAuth('services')
);

/** Every partner that is verified: what matches are made from. */
routerAdd(
	'GET',
	'/api/banmay/partners/verified',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { json } = one($app, require(`${__hooks}/lib/partner-sql.js`).verified, { json: '' }, {});
		return sendJson(e, `{"partners":${json}}`);
	},
	$apis.requireAuth('services')
);

/** One partner, who else is like it, and what was said against it. */
routerAdd(
	'GET',
	'/api/banmay/partners/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/partner-sql.js`);
		const id = e.request.pathValue('id');
		const found = one($app, sql.one, { json: '' }, { id });
		const alike = one($app, sql.alike, { json: '' }, { id }).json;
		const reports = one($app, sql.reports, { json: '' }, { id }).json;
		const partner = found ? found.json : 'null';
		return sendJson(e, `{"partner":${partner},"alike":${alike},"reports":${reports}}`);
	},
	$apis.requireAuth('services')
);

/** Changes a partner as it was at `expected`. outcome: kept, stale (somebody else has changed it), gone. `notices`: what
 * stands on phones about its introductions under way. */
routerAdd(
	'POST',
	'/api/banmay/partners/{id}/change',
	(e) => {
		const { all } = require(`${__hooks}/lib/query.js`);
		const { change } = require(`${__hooks}/lib/change.js`);
		const { noticesOf } = require(`${__hooks}/lib/partner-sql.js`);
		const { expected, values, by } = e.requestInfo().body;
		const id = e.request.pathValue('id');
		let outcome;
		let notices = [];
		$app.runInTransaction((tx) => {
			outcome = change(tx, 'partners', id, { expected, values, by });
			if (outcome === 'kept') notices = all(tx, noticesOf, { notice: '' }, { partner: id });
		});
		return e.json(200, { outcome, notices: notices.map(({ notice }) => notice) });
	},
	$apis.requireAuth('services')
);

/** What these groups have to sell. */
routerAdd(
	'POST',
	'/api/banmay/supplies',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { supplies } = require(`${__hooks}/lib/partner-sql.js`);
		const groups = JSON.stringify(e.requestInfo().body.groups);
		return sendJson(e, `{"supplies":${one($app, supplies, { json: '' }, { groups }).json}}`);
	},
	$apis.requireAuth('services')
);

/** The introductions of groups within a reach. */
routerAdd(
	'POST',
	'/api/banmay/introductions/list',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/partner-sql.js`);
		const { most, skip, ...asked } = e.requestInfo().body;
		const { json } = one($app, sql.introductions, { json: '' }, { ...asked, most, skip });
		const { n } = one($app, sql.introductionCount, { n: 0 }, asked);
		return sendJson(e, `{"introductions":${json},"total":${n}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/introductions/figures',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { figures } = require(`${__hooks}/lib/partner-sql.js`);
		const query = e.request.url.query();
		const [trainer, places] = [query.get('trainer'), query.get('places')];
		const [fromDay, toDay] = [query.get('fromDay'), query.get('toDay')];
		const { json } = one($app, figures, { json: '' }, { trainer, places, fromDay, toDay });
		return sendJson(e, `{"rows":${json}}`);
	},
	$apis.requireAuth('services')
);

routerAdd(
	'GET',
	'/api/banmay/introductions/{id}',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { introductionById } = require(`${__hooks}/lib/partner-sql.js`);
		const found = one($app, introductionById, { json: '' }, { id: e.request.pathValue('id') });
		return sendJson(e, `{"introduction":${found ? found.json : 'null'}}`);
	},
	$apis.requireAuth('services')
);

/** Makes an introduction, or finds the one that there is between these two; one that had ended is taken up again.
 * outcome: made, resumed, known, unverified (the partner is not, or no longer), gone. */
routerAdd(
	'POST',
	'/api/banmay/introductions',
	(e) => {
		const { introduce } = require(`${__hooks}/lib/introductions.js`);
		let answer;
		$app.runInTransaction((tx) => {
			answer = introduce(tx, e.requestInfo().body, Date.now());
		});
		return e.json(200, answer);
	},
	$apis.requireAuth('services')
);

/** Notes a step over the version that was looked at. outcome: kept, same (it came twice), stale, suspended, gone. */
routerAdd(
	'POST',
	'/api/banmay/introductions/{id}/step',
	(e) => {
		const { noteStep } = require(`${__hooks}/lib/introductions.js`);
		const id = e.request.pathValue('id');
		let outcome;
		$app.runInTransaction((tx) => {
			outcome = noteStep(tx, id, e.requestInfo().body, Date.now());
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);

/** Takes the last step back. outcome: kept, stale, gone. */
routerAdd(
	'POST',
	'/api/banmay/introductions/{id}/take-back',
	(e) => {
		const { takeBack } = require(`${__hooks}/lib/introductions.js`);
		const id = e.request.pathValue('id');
		let outcome;
		$app.runInTransaction((tx) => {
			outcome = takeBack(tx, id, e.requestInfo().body, Date.now());
		});
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);
