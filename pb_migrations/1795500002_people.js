/// <reference path="../data/pocketbase/types.d.ts" />

// Groups, the women in them, and their phones. Times are milliseconds since 1970; 0 is "never".
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const created = { type: 'autodate', name: 'created', onCreate: true };
		const updated = { type: 'autodate', name: 'updated', onCreate: true, onUpdate: true };
		const idOf = (name) => app.findCollectionByNameOrId(name).id;
		const time = (name) => ({ type: 'number', name, onlyInt: true, min: 0 });

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'groups',
				fields: [
					{ type: 'text', name: 'name', required: true, max: 100 },
					{ type: 'text', name: 'place', max: 200 },
					{ type: 'relation', name: 'trainers', collectionId: idOf('staff'), maxSelect: 50 },
					{ type: 'text', name: 'createdBy', max: 15 },
					{ type: 'bool', name: 'archived' },
					created,
					updated
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'learners',
				fields: [
					{ type: 'text', name: 'name', required: true, max: 100 },
					{ type: 'text', name: 'picture', max: 60 },
					// HMAC-SHA256 with a pepper that is not in this database.
					{ type: 'text', name: 'secretHash', max: 64, hidden: false },
					{ type: 'text', name: 'codeHash', max: 64, hidden: false },
					time('cardIssuedAt'),
					{ type: 'bool', name: 'cardRevoked' },
					time('codeResetAtMs'),
					{ type: 'text', name: 'createdBy', max: 15 },
					created,
					updated
				],
				indexes: [
					"CREATE UNIQUE INDEX `idx_learners_secret` ON `learners` (`secretHash`) WHERE `secretHash` != ''",
					"CREATE UNIQUE INDEX `idx_learners_code` ON `learners` (`codeHash`) WHERE `codeHash` != ''"
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'memberships',
				fields: [
					{
						type: 'relation',
						name: 'group',
						collectionId: idOf('groups'),
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					{
						type: 'relation',
						name: 'learner',
						collectionId: idOf('learners'),
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					created
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_memberships_pair` ON `memberships` (`group`, `learner`)',
					'CREATE INDEX `idx_memberships_learner` ON `memberships` (`learner`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'devices',
				fields: [
					{
						type: 'text',
						name: 'id',
						primaryKey: true,
						required: true,
						min: 26,
						max: 26,
						pattern: '^[a-z0-9]+$'
					},
					{
						type: 'relation',
						name: 'learner',
						collectionId: idOf('learners'),
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					// The highest number at and below which every event of this device is here.
					{ type: 'number', name: 'watermark', onlyInt: true, min: 0 },
					time('pushedAtMs'),
					{ type: 'text', name: 'app', max: 40 },
					{ type: 'number', name: 'freeBytes' },
					time('joinedAtMs'),
					time('revokedAtMs')
				],
				indexes: ['CREATE INDEX `idx_devices_learner` ON `devices` (`learner`)']
			})
		);
	},
	(app) => {
		for (const name of ['devices', 'memberships', 'learners', 'groups'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
