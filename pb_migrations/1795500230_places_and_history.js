/// <reference path="../data/pocketbase/types.d.ts" />

// Where groups are and whom staff look after, by official codes ("04" a province, "00004" a commune: lengths tell
// them apart); who was in which group when; what a woman may tell about herself. 0 and '' are "not said".
migrate(
	(app) => {
		const int = (name) => ({ type: 'number', name, onlyInt: true, min: 0 });
		const text = (name, max) => ({ type: 'text', name, max });
		const extend = (name, fields) => {
			const collection = app.findCollectionByNameOrId(name);
			for (const { type, ...rest } of fields)
				collection.fields.add(new { text: TextField, number: NumberField, json: JSONField }[type](rest));
			return collection;
		};

		app.save(
			extend('groups', [
				// `place` stays what somebody wrote, in words, with a name of before the reform when it was found by one.
				text('province', 2),
				text('commune', 5),
				text('village', 100),
				// Counts changes: whoever changes an older one than this is told.
				int('version'),
				text('changedBy', 15)
			])
		);

		app.save(extend('staff', [{ type: 'json', name: 'places', maxSize: 4000 }]));

		app.save(
			extend('learners', [
				int('birthYear'),
				// A code of content/peoples.
				text('ethnicity', 2),
				text('household', 10),
				text('disability', 10),
				int('version'),
				text('changedBy', 15)
			])
		);

		// One row for each time that she was in the group; untilMs 0: she is in it. Rows are closed, never deleted.
		const memberships = extend('memberships', [
			int('fromMs'),
			int('untilMs'),
			text('startedBy', 15),
			text('endedBy', 15)
		]);
		memberships.removeIndex('idx_memberships_pair');
		memberships.addIndex('idx_memberships_open', true, '`group`, `learner`', '`untilMs` = 0');
		memberships.addIndex('idx_memberships_group', false, '`group`, `untilMs`', '');
		app.save(memberships);
		app
			.db()
			.newQuery("UPDATE memberships SET fromMs = CAST(round(unixepoch(created, 'subsec') * 1000) AS INTEGER)")
			.execute();
	},
	(app) => {
		const drop = (name, fields) => {
			const collection = app.findCollectionByNameOrId(name);
			for (const field of fields) collection.fields.removeByName(field);
			return collection;
		};
		// Before, a pair had one row and it was open: who has left is no member then.
		app.db().newQuery('DELETE FROM memberships WHERE untilMs > 0').execute();
		const memberships = app.findCollectionByNameOrId('memberships');
		for (const name of ['idx_memberships_open', 'idx_memberships_group']) memberships.removeIndex(name);
		memberships.addIndex('idx_memberships_pair', true, '`group`, `learner`', '');
		for (const field of ['fromMs', 'untilMs', 'startedBy', 'endedBy']) memberships.fields.removeByName(field);
		app.save(memberships);
		app.save(drop('learners', ['birthYear', 'ethnicity', 'household', 'disability', 'version', 'changedBy']));
		app.save(drop('staff', ['places']));
		app.save(drop('groups', ['province', 'commune', 'village', 'version', 'changedBy']));
	}
);
