/// <reference path="../data/pocketbase/types.d.ts" />

// What a woman's practices amount to (derived, disposable): her newest run of each tells what she falls for now.
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
				name: 'practice_progress',
				fields: [
					text('learner', 15),
					text('lesson', 60),
					text('practice', 60),
					int('times'),
					// Of her newest run: when (padded, with the event's id, so that the newest is the same in any order).
					text('newest', 60),
					int('lastAt'),
					int('steps'),
					int('wrong'),
					// The tricks that she fell for in it, as a JSON list of names.
					text('fell', 2000)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_practice_progress_pair` ON `practice_progress` (`learner`, `lesson`)',
					"CREATE INDEX `idx_practice_progress_fell` ON `practice_progress` (`learner`) WHERE `fell` <> '[]'"
				]
			})
		);
	},
	(app) => app.delete(app.findCollectionByNameOrId('practice_progress'))
);
