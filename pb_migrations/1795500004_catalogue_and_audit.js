/// <reference path="../data/pocketbase/types.d.ts" />

// The published catalogue (the newest record counts; the lessons themselves are files named by hash), and who did what.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const MAX_CATALOGUE_BYTES = 8 * 1024 * 1024;

		app.save(
			new Collection({
				type: 'base',
				name: 'catalogs',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				deleteRule: ours,
				fields: [
					{ type: 'json', name: 'body', required: true, maxSize: MAX_CATALOGUE_BYTES },
					{ type: 'json', name: 'lessons', maxSize: MAX_CATALOGUE_BYTES },
					{ type: 'text', name: 'digest', required: true, max: 64 },
					{ type: 'autodate', name: 'created', onCreate: true }
				],
				indexes: ['CREATE INDEX `idx_catalogs_created` ON `catalogs` (`created`)']
			})
		);

		app.save(
			new Collection({
				type: 'base',
				name: 'audit',
				listRule: ours,
				viewRule: ours,
				createRule: ours,
				fields: [
					{ type: 'number', name: 'at', onlyInt: true },
					{ type: 'text', name: 'who', max: 100 },
					{ type: 'text', name: 'what', max: 100 },
					{ type: 'text', name: 'about', max: 500 }
				],
				indexes: ['CREATE INDEX `idx_audit_at` ON `audit` (`at`)']
			})
		);
	},
	(app) => {
		for (const name of ['audit', 'catalogs']) app.delete(app.findCollectionByNameOrId(name));
	}
);
