/// <reference path="../data/pocketbase/types.d.ts" />

// Lists of women that were taken in, and what each made, so that it can be taken back for a day.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const int = (name) => ({ type: 'number', name, onlyInt: true, min: 0 });
		const text = (name, max) => ({ type: 'text', name, max });
		/** 20,000 women with as many memberships: two ids of 15 letters each. */
		const MAX_MADE_BYTES = 2_000_000;

		app.save(
			new Collection({
				...{ listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours },
				type: 'base',
				name: 'imports',
				fields: [
					text('fileName', 120),
					text('by', 15),
					int('atMs'),
					int('women'),
					int('joined'),
					// JSON lists of ids.
					{ type: 'json', name: 'groups', maxSize: 400_000 },
					{ type: 'json', name: 'madeGroups', maxSize: 400_000 },
					{ type: 'json', name: 'madeWomen', maxSize: MAX_MADE_BYTES },
					{ type: 'json', name: 'madeMemberships', maxSize: MAX_MADE_BYTES },
					int('undoneAtMs'),
					// Women whom taking back left, because something was done with them since.
					{ type: 'json', name: 'kept', maxSize: MAX_MADE_BYTES }
				],
				indexes: ['CREATE INDEX `idx_imports_by` ON `imports` (`by`, `atMs`)']
			})
		);
	},
	(app) => app.delete(app.findCollectionByNameOrId('imports'))
);
