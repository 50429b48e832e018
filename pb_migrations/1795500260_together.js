/// <reference path="../data/pocketbase/types.d.ts" />

// What groups did together, as somebody's phone told it: `meetings` keeps what was told, `group_hearings` who of the
// group was there (derived from it, disposable), `newcomers` the women who were written down on a phone without a line.
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
				name: 'meetings',
				// Told once and for ever; not even the app's own account changes one.
				updateRule: null,
				fields: [
					// The event's own id. Any other pattern makes PocketBase scan the whole table at each insert.
					{
						...{ type: 'text', name: 'id', primaryKey: true, required: true, min: 26, max: 26 },
						pattern: '^[a-z0-9]+$'
					},
					// '' for women who are in no group together.
					text('group', 15),
					// '' for a meeting without a lesson.
					text('lesson', 60),
					int('at'),
					int('receivedAt'),
					// Who told it: a member of staff, or the woman whose phone it was.
					text('teller', 15),
					text('tellerKind', 10),
					text('note', 1000),
					// How many were there, counted or known.
					int('here'),
					// JSON: who was named as present, and the hands for each option of each question.
					text('present', 20000),
					text('hands', 20000)
				],
				indexes: [
					'CREATE INDEX `idx_meetings_group` ON `meetings` (`group`, `at`)',
					'CREATE INDEX `idx_meetings_teller` ON `meetings` (`teller`, `receivedAt`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'group_hearings',
				fields: [text('meeting', 26), text('learner', 15), text('lesson', 60), int('at')],
				indexes: [
					'CREATE UNIQUE INDEX `idx_group_hearings_pair` ON `group_hearings` (`meeting`, `learner`)',
					'CREATE INDEX `idx_group_hearings_learner` ON `group_hearings` (`learner`, `lesson`, `at`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'newcomers',
				fields: [
					// The id that the phone made for her; the learner has the same.
					text('learner', 15),
					text('group', 15),
					text('name', 100),
					text('picture', 60),
					text('meeting', 26),
					text('teller', 15),
					text('tellerKind', 10),
					int('addedAt'),
					// A trainer has looked: she stays, or she is another woman of the group.
					int('checkedAt'),
					text('mergedInto', 15)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_newcomers_learner` ON `newcomers` (`learner`)',
					'CREATE INDEX `idx_newcomers_group` ON `newcomers` (`group`, `checkedAt`)'
				]
			})
		);
	},
	(app) => {
		for (const name of ['newcomers', 'group_hearings', 'meetings'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
