/// <reference path="../data/pocketbase/types.d.ts" />

// What people write to women: assignments, voice messages, cards. `notice_heard` is derived and disposable.
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
				name: 'notices',
				fields: [
					text('kind', 40),
					// JSON of the form of src/lib/domain/notices/<kind>.ts.
					text('body', 8000),
					// Whether who joins a group later gets it as well.
					{ type: 'bool', name: 'newcomers' },
					int('fromMs'),
					// 0: until it is withdrawn.
					int('untilMs'),
					int('version'),
					int('withdrawnAtMs'),
					int('sentAtMs'),
					int('changedAtMs'),
					text('sentBy', 15),
					text('changedBy', 15)
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'notice_targets',
				fields: [
					text('notice', 15),
					text('scope', 10),
					// Id of a group or a learner, or "everybody".
					text('target', 15),
					// In PocketBase's own writing of a time, to be compared with when she came into the group.
					text('added', 30)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_notice_targets_pair` ON `notice_targets` (`notice`, `target`)',
					'CREATE INDEX `idx_notice_targets_target` ON `notice_targets` (`target`, `notice`, `added`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'notice_heard',
				fields: [text('notice', 15), text('learner', 15), int('version'), int('heardAt')],
				indexes: [
					'CREATE UNIQUE INDEX `idx_notice_heard_pair` ON `notice_heard` (`notice`, `learner`)',
					'CREATE INDEX `idx_notice_heard_learner` ON `notice_heard` (`learner`)'
				]
			})
		);
	},
	(app) => {
		for (const name of ['notice_heard', 'notice_targets', 'notices'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
