/// <reference path="../data/pocketbase/types.d.ts" />

/** Groups with how many women, how many of them stuck, and when a phone last reported; those within a reach. */
routerAdd(
	'GET',
	'/api/banmay/groups',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { groups } = require(`${__hooks}/lib/progress-sql.js`);
		const query = e.request.url.query();
		const reach = { trainer: query.get('trainer'), places: query.get('places') };
		return sendJson(e, `{"groups":${one($app, groups, { json: '' }, reach).json}}`);
	},
	$apis.requireAuth('services')
);

/** One group's page, from the roll-up. */
routerAdd(
	'GET',
	'/api/banmay/groups/{id}/overview',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/progress-sql.js`);
		const group = e.request.pathValue('id');
		const parts = ['group', 'women', 'lessons', 'badges'].map(
			(part) => `"${part}":${one($app, sql.overview[part], { json: '' }, { group }).json}`
		);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { needs, questions, weeks } = require(`${__hooks}/lib/seeing-sql.js`);
		const { stuck, falls, free, clips } = needs;
		const query = e.request.url.query();
		const since = { fromWeek: 0, fromMs: 0, clipsSince: 0 };
		for (const name of Object.keys(since)) since[name] = Number(query.get(name));
		const { active, done, members } = weeks;
		const seen = { stuck, falls, free, clips, questions, active, done, members };
		parts.push(membersOf($app, seen, { groups: JSON.stringify([group]), ...since }));
		const { heardIn } = require(`${__hooks}/lib/together-sql.js`);
		parts.push(`"together":${one($app, heardIn, { json: '' }, { group }).json}`);
		return sendJson(e, `{${parts.join(',')}}`);
	},
	$apis.requireAuth('services')
);

/** One learner's progress, as rows. */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/progress',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const sql = require(`${__hooks}/lib/progress-sql.js`);
		const learner = e.request.pathValue('id');
		const parts = ['lessons', 'questions', 'courses'].map(
			(part) => `"${part}":${one($app, sql.progress[part], { json: '' }, { learner }).json}`
		);
		return sendJson(e, `{${parts.join(',')}}`);
	},
	$apis.requireAuth('services')
);

/** Writes a badge down once; who comes second finds it there. Earned when the phone said so, if it did. */
routerAdd(
	'POST',
	'/api/banmay/badges',
	(e) => {
		const { one } = require(`${__hooks}/lib/query.js`);
		const { issueBadge } = require(`${__hooks}/lib/progress-sql.js`);
		const { id, learner, course, earnedAtMs, now } = e.requestInfo().body;
		const shape = { id: '', course: '', issuedAtMs: 0 };
		return e.json(200, one($app, issueBadge, shape, { id, learner, course, earnedAtMs, now }));
	},
	$apis.requireAuth('services')
);
