/// <reference path="../data/pocketbase/types.d.ts" />

/** A page of what was written down, of what a manager may read. */
routerAdd(
	'POST',
	'/api/banmay/audit/page',
	(e) => {
		const { all } = require(`${__hooks}/lib/query.js`);
		const { page, ROW } = require(`${__hooks}/lib/audit-sql.js`);
		const { reach, filter, before, most } = e.requestInfo().body;
		const values = {
			all: reach.all ? 1 : 0,
			staff: JSON.stringify(reach.staff),
			groups: JSON.stringify(reach.groups),
			member: filter.member,
			acts: JSON.stringify(filter.acts),
			from: filter.fromMs,
			to: filter.toMs,
			beforeAt: before.atMs,
			beforeId: before.id,
			most
		};
		return e.json(200, { rows: all($app, page, ROW, values) });
	},
	$apis.requireAuth('services')
);
