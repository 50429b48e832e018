/// <reference path="../data/pocketbase/types.d.ts" />

// What reports count from events that have no roll-up: an index that holds only these few kinds. The same words
// stand in pb_hooks/lib/report-sql.js, or SQLite does not use it (docs/decisions/0037).
migrate(
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.addIndex(
			'idx_events_reported',
			false,
			'`learner`, `kind`',
			"`kind` = 'practice.completed' OR `kind` = 'product.offered' OR `kind` = 'product.withdrawn' OR `kind` = 'product.returned' OR `kind` = 'order.recorded'"
		);
		app.save(events);
	},
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.removeIndex('idx_events_reported');
		app.save(events);
	}
);
