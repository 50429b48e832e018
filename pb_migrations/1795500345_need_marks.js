/// <reference path="../data/pocketbase/types.d.ts" />

// What a trainer has said to a woman's need: dealt with, or another day (src/lib/domain/evening.ts).
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		app.save(
			new Collection({
				...{ listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours },
				type: 'base',
				name: 'need_marks',
				fields: [
					{
						type: 'relation',
						name: 'learner',
						collectionId: app.findCollectionByNameOrId('learners').id,
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					{ type: 'text', name: 'need', required: true, max: 160 },
					{ type: 'select', name: 'mark', required: true, maxSelect: 1, values: ['done', 'later'] },
					{ type: 'number', name: 'atMs', onlyInt: true },
					{ type: 'text', name: 'by', max: 15 }
				],
				indexes: ['CREATE UNIQUE INDEX `idx_need_marks_pair` ON `need_marks` (`learner`, `need`)']
			})
		);
	},
	(app) => app.delete(app.findCollectionByNameOrId('need_marks'))
);
