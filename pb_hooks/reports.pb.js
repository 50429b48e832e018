/// <reference path="../data/pocketbase/types.d.ts" />

/** Figures of a period within a reach (lib/report-sql.js), and what their women have said about themselves. */
routerAdd(
	'POST',
	'/api/banmay/reports/figures',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { statementOfAll, facts } = require(`${__hooks}/lib/report-sql.js`);
		const { figures, from, to, trainer, places } = e.requestInfo().body;
		// No transaction: it would keep phones from delivering while it reads.
		const read = { facts, figures: statementOfAll(figures) };
		return sendJson(e, `{${membersOf($app, read, { from, to, trainer, places })}}`);
	},
	$apis.requireAuth('services')
);

/** The statements themselves, for the page of rules. */
routerAdd(
	'GET',
	'/api/banmay/reports/rules',
	(e) => e.json(200, require(`${__hooks}/lib/report-sql.js`).statements),
	$apis.requireAuth('services')
);
