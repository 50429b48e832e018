/// <reference path="../data/pocketbase/types.d.ts" />

// The frame that a group chose for its badges (src/lib/domain/pattern.ts); empty: the usual one.
migrate(
	(app) => {
		const groups = app.findCollectionByNameOrId('groups');
		groups.fields.add(new Field({ type: 'json', name: 'pattern', maxSize: 500 }));
		app.save(groups);
	},
	(app) => {
		const groups = app.findCollectionByNameOrId('groups');
		groups.fields.removeByName('pattern');
		app.save(groups);
	}
);
