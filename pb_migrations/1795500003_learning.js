/// <reference path="../data/pocketbase/types.d.ts" />

// What happened (events: append-only, the truth) and what it amounts to (progress: derived, disposable).
// Learners and devices are plain text here: rows are written by raw SQL in one transaction, which would check no
// relation, and deleting a learner must not load a hundred thousand events one by one.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		const bool = (name) => ({ type: 'bool', name });
		// Any other pattern than exactly this one makes PocketBase scan the whole table at each insert.
		const longId = {
			type: 'text',
			name: 'id',
			primaryKey: true,
			required: true,
			min: 26,
			max: 26,
			pattern: '^[a-z0-9]+$'
		};

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'events',
				// Append-only: not even the app's own account changes one.
				updateRule: null,
				fields: [
					longId,
					text('learner', 15),
					text('device', 26),
					int('seq'),
					text('kind', 60),
					int('at'),
					int('receivedAt'),
					text('lesson', 60),
					int('part'),
					int('try'),
					bool('right'),
					{ type: 'json', name: 'data', maxSize: 20000 }
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_events_device_seq` ON `events` (`device`, `seq`)',
					'CREATE INDEX `idx_events_learner_lesson` ON `events` (`learner`, `lesson`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'event_exceptions',
				fields: [text('device', 26), int('seq'), text('event', 26), text('reason', 40)],
				indexes: ['CREATE UNIQUE INDEX `idx_event_exceptions_seq` ON `event_exceptions` (`device`, `seq`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'lesson_progress',
				fields: [
					text('learner', 15),
					text('lesson', 60),
					// Bits: number n of a card or question is 1 << n, n <= 50.
					int('heard'),
					int('right'),
					int('right_first'),
					int('answers'),
					int('wrong'),
					int('completedAt'),
					int('firstAt'),
					int('lastAt'),
					int('receivedAt')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_lesson_progress_pair` ON `lesson_progress` (`learner`, `lesson`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'question_progress',
				fields: [
					text('learner', 15),
					text('lesson', 60),
					int('question'),
					int('answers'),
					int('wrong'),
					bool('right'),
					bool('right_first')
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_question_progress_triple` ON `question_progress` (`learner`, `lesson`, `question`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'badges',
				fields: [
					// Random, not counted: the id is an address that anyone may be shown.
					{ ...longId, autogeneratePattern: '[a-z0-9]{26}' },
					text('learner', 15),
					text('course', 60),
					int('earnedAtMs'),
					int('issuedAtMs')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_badges_pair` ON `badges` (`learner`, `course`)']
			})
		);
	},
	(app) => {
		for (const name of ['badges', 'question_progress', 'lesson_progress', 'event_exceptions', 'events'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
