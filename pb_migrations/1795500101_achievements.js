/// <reference path="../data/pocketbase/types.d.ts" />

// Badges that managers define beside those of the courses (src/lib/domain/course.ts, Achievement).
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		app.save(
			new Collection({
				type: 'base',
				name: 'achievements',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				updateRule: ours,
				fields: [
					{ type: 'text', name: 'slug', required: true, max: 60 },
					{ type: 'json', name: 'body', required: true, maxSize: 50000 },
					{ type: 'text', name: 'madeBy', max: 15 },
					{ type: 'bool', name: 'withdrawn' },
					{ type: 'autodate', name: 'created', onCreate: true }
				],
				indexes: ['CREATE UNIQUE INDEX `idx_achievements_slug` ON `achievements` (`slug`)']
			})
		);
	},
	(app) => app.delete(app.findCollectionByNameOrId('achievements'))
);
