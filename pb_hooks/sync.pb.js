/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** POST /api/sync of the app ends here: events in, watermark and changes out, in one transaction. */
routerAdd(
	'POST',
	'/api/banmay/sync',
	(e) => {
		const { sync } = require(`${__hooks}/lib/sync.js`);
		const call = e.requestInfo().body;
		const now = Date.now();
		let answer;
		$app.runInTransaction((tx) => {
			answer = sync(tx, call, now);
		});
		return e.json(200, answer);
	},
	$apis.requireAuth('services')
);
