/// <reference path="../data/pocketbase/types.d.ts" />

// Tricks of the week as they are written. What phones get is the notice of the same id.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'scams',
				fields: [
					// JSON of the form of src/lib/domain/scam.ts.
					text('body', 8000),
					// For whom: a JSON list of {scope, id}.
					text('targets', 20000),
					// Its last day, as YYYY-MM-DD.
					text('until', 10),
					int('revision'),
					// By the sentence: the clip that says it.
					text('clips', 20000),
					// Every file that was recorded, photographed or written for it, so that nothing of it stays behind.
					text('files', 20000),
					text('madeBy', 15),
					int('madeAtMs'),
					text('changedBy', 15),
					int('changedAtMs'),
					int('publishedAtMs')
				],
				indexes: ['CREATE INDEX `idx_scams_changed` ON `scams` (`changedAtMs`)']
			})
		);
		// Who has practised a trick is asked by the trick.
		const practices = app.findCollectionByNameOrId('practice_progress');
		practices.addIndex('idx_practice_progress_lesson', false, '`lesson`', '');
		app.save(practices);
	},
	(app) => {
		const practices = app.findCollectionByNameOrId('practice_progress');
		practices.removeIndex('idx_practice_progress_lesson');
		app.save(practices);
		app.delete(app.findCollectionByNameOrId('scams'));
	}
);
