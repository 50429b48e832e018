/// <reference path="../data/pocketbase/types.d.ts" />

/** Changes role, places or whether somebody works here. outcome: kept, gone; last: nobody would be left who looks
 * after the whole programme. Her sessions end with her work. */
routerAdd(
	'POST',
	'/api/banmay/staff/{id}/change',
	(e) => {
		const { recordOf } = require(`${__hooks}/lib/membership.js`);
		const { one } = require(`${__hooks}/lib/query.js`);
		const { programmeManagers, endStaffSessions } = require(`${__hooks}/lib/people-sql.js`);
		const { values } = e.requestInfo().body;
		const id = e.request.pathValue('id');
		let outcome = 'kept';
		try {
			$app.runInTransaction((tx) => {
				const record = recordOf(tx, 'staff', id);
				if (!record) return (outcome = 'gone');
				for (const name of ['role', 'places', 'active'])
					if (values[name] !== undefined) record.set(name, values[name]);
				tx.save(record);
				if (values.active === false) tx.db().newQuery(endStaffSessions).bind({ id }).execute();
				if (one(tx, programmeManagers, { n: 0 }, {}).n > 0) return;
				outcome = 'last';
				throw new Error('undo');
			});
		} catch (cause) {
			if (outcome !== 'last') throw cause;
		}
		return e.json(200, { outcome });
	},
	$apis.requireAuth('services')
);
