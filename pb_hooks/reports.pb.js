/// <reference path="../data/pocketbase/types.d.ts" />

/** Figures of a period within a reach (lib/report-sql.js), and what their women have said about themselves. */
routerAdd(
	'POST',
	'/api/banmay/reports/figures',
	(e) => {
		const { sendJson } = require(`${__hooks}/lib/query.js`);
		const { membersOf } = require(`${__hooks}/lib/seeing.js`);
		const { rules, facts } = require(`${__hooks}/lib/report-sql.js`);
		const { figures, from, to, trainer, places } = e.requestInfo().body;
		const values = { from, to, trainer, places };
		const asked = Object.fromEntries(figures.map((name) => [name, rules[name]]));
		let answer = '';
		$app.runInTransaction((tx) => {
			answer = `{${membersOf(tx, { facts }, values)},"figures":{${membersOf(tx, asked, values)}}}`;
		});
		return sendJson(e, answer);
	},
	$apis.requireAuth('services')
);

/** The statements themselves, for the page of rules. */
routerAdd(
	'GET',
	'/api/banmay/reports/rules',
	(e) => e.json(200, require(`${__hooks}/lib/report-sql.js`).rules),
	$apis.requireAuth('services')
);
