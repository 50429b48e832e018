/// <reference path="../data/pocketbase/types.d.ts" />

// What was answered before and after a course: an index that holds only that (docs/decisions/0032).
migrate(
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.addIndex('idx_events_check', false, '`learner`', "`kind` = 'check.answered'");
		app.save(events);
	},
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.removeIndex('idx_events_check');
		app.save(events);
	}
);
