/// <reference path="../data/pocketbase/types.d.ts" />

// What was said 30 and 90 days after a course (docs/decisions/0038): an index that holds only these events, and what
// a woman without a phone has told her trainer, each question of a round once.
migrate(
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		events.addIndex('idx_events_followup', false, '`learner`', "`kind` = 'followup.answered'");
		app.save(events);

		const ours = '@request.auth.collectionName = "services"';
		const text = (name, max) => ({ type: 'text', name, required: true, max });
		app.save(
			new Collection({
				...{ listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours },
				type: 'base',
				name: 'followup_told',
				fields: [
					{
						type: 'relation',
						name: 'learner',
						collectionId: app.findCollectionByNameOrId('learners').id,
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					text('course', 60),
					{ type: 'number', name: 'days', required: true, onlyInt: true },
					text('question', 40),
					text('answer', 40),
					{ type: 'number', name: 'atMs', onlyInt: true },
					text('by', 15)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_followup_told` ON `followup_told` (`learner`, `course`, `days`, `question`)'
				]
			})
		);
	},
	(app) => {
		app.delete(app.findCollectionByNameOrId('followup_told'));
		const events = app.findCollectionByNameOrId('events');
		events.removeIndex('idx_events_followup');
		app.save(events);
	}
);
