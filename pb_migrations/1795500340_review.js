/// <reference path="../data/pocketbase/types.d.ts" />

// Whether review works: an index for what is still known, and switches of what a programme tries (docs/decisions/0033).
migrate(
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.addIndex('idx_events_review', false, '`learner`', "`kind` = 'review.answered'");
		app.save(events);

		const ours = '@request.auth.collectionName = "services"';
		app.save(
			new Collection({
				...{ listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours },
				type: 'base',
				name: 'pilots',
				fields: [
					{ type: 'text', name: 'name', required: true, max: 60 },
					{ type: 'bool', name: 'running' },
					{ type: 'number', name: 'changedAtMs', onlyInt: true },
					{ type: 'text', name: 'changedBy', max: 15 }
				],
				indexes: ['CREATE UNIQUE INDEX `idx_pilots_name` ON `pilots` (`name`)']
			})
		);
	},
	(app) => {
		app.delete(app.findCollectionByNameOrId('pilots'));
		const events = app.findCollectionByNameOrId('events');
		events.removeIndex('idx_events_review');
		app.save(events);
	}
);
