/// <reference path="../data/pocketbase/types.d.ts" />

// How far other systems were told who has joined (src/lib/server/interop/feed.ts, joinedAfter): a place in the devices.
migrate(
	(app) => {
		const targets = app.findCollectionByNameOrId('interop_targets');
		targets.fields.add(new Field({ type: 'number', name: 'joined', onlyInt: true }));
		app.save(targets);
	},
	(app) => {
		const targets = app.findCollectionByNameOrId('interop_targets');
		targets.fields.removeByName('joined');
		app.save(targets);
	}
);
