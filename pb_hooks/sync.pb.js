/// <reference path="../data/pocketbase/types.d.ts" />
// Each handler is a program of its own: what it needs, it requires inside.

/** POST /api/sync of the app ends here: events in, watermark and changes out. What is written is written in one
 * transaction, or not at all; what is told is read after it, when the next phone may already write. */
routerAdd(
	'POST',
	'/api/banmay/sync',
	(e) => {
		const { store, tell } = require(`${__hooks}/lib/sync.js`);
		const call = e.requestInfo().body;
		const now = Date.now();
		let stored;
		try {
			$app.runInTransaction((tx) => {
				stored = store(tx, call, now);
				if (stored.outcome !== 'stored') throw new Error('undo');
			});
		} catch (cause) {
			if (!stored || stored.outcome === 'stored') throw cause;
			return e.json(200, stored);
		}
		return e.json(200, { ...stored, ...tell($app, call) });
	},
	$apis.requireAuth('services')
);
