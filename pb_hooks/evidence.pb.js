/// <reference path="../data/pocketbase/types.d.ts" />

/** A learner's events of some kinds, as far as a badge looks at them (src/lib/domain/evidence.ts counts). */
routerAdd(
	'GET',
	'/api/banmay/learners/{id}/evidence',
	(e) => {
		const { one, sendJson } = require(`${__hooks}/lib/query.js`);
		const { evidence } = require(`${__hooks}/lib/evidence-sql.js`);
		const kinds = JSON.stringify((e.request.url.query().get('kinds') || '').split(','));
		const values = { learner: e.request.pathValue('id'), kinds };
		return sendJson(e, `{"events":${one($app, evidence, { json: '' }, values).json}}`);
	},
	$apis.requireAuth('services')
);
