/// <reference path="../data/pocketbase/types.d.ts" />

// What women told and asked by voice. `voices` and `notice_reports` are derived from events and disposable;
// `voice_work` is what staff did with them. Experts have fields that they know.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		// Any other pattern than exactly this one makes PocketBase scan the whole table at each insert.
		const eventId = {
			...{ type: 'text', name: 'id', primaryKey: true, required: true, min: 26, max: 26 },
			pattern: '^[a-z0-9]+$'
		};

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'voices',
				fields: [
					// That of the event: feedback.recorded or question.asked.
					eventId,
					text('kind', 10),
					text('learner', 15),
					text('blob', 64),
					int('seconds'),
					text('picture', 64),
					text('field', 20),
					// JSON of src/lib/domain/voices.ts, Where; of a question: empty.
					text('place', 400),
					int('at'),
					int('receivedAt'),
					// 0: not said, 1: yes, 2: no.
					int('consent'),
					int('withdrawnAtMs')
				],
				indexes: ['CREATE INDEX `idx_voices_learner` ON `voices` (`learner`, `receivedAt`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'voice_work',
				fields: [
					text('voice', 26),
					int('doneAtMs'),
					text('doneBy', 15),
					text('passedTo', 15),
					int('passedAtMs'),
					text('passedBy', 15),
					// The expert gave it back: it is not for her, or not fit.
					int('returnedAtMs'),
					text('returnedWhy', 300),
					// The notice that answers it.
					text('answer', 15),
					int('answeredAtMs'),
					text('answeredBy', 15),
					// The notice that tells it to others.
					text('shared', 15),
					int('sharedAtMs'),
					text('sharedBy', 15),
					int('takenDownAtMs'),
					text('takenDownBy', 15),
					text('takenDownWhy', 300)
				],
				indexes: [
					'CREATE UNIQUE INDEX `idx_voice_work_voice` ON `voice_work` (`voice`)',
					'CREATE INDEX `idx_voice_work_passed` ON `voice_work` (`passedTo`)'
				]
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'notice_reports',
				fields: [text('notice', 15), text('learner', 15), int('at')],
				indexes: ['CREATE UNIQUE INDEX `idx_notice_reports_pair` ON `notice_reports` (`notice`, `learner`)']
			})
		);

		const staff = app.findCollectionByNameOrId('staff');
		staff.fields.add(new JSONField({ name: 'fields', maxSize: 400 }));
		app.save(staff);
	},
	(app) => {
		const staff = app.findCollectionByNameOrId('staff');
		staff.fields.removeByName('fields');
		app.save(staff);
		for (const name of ['notice_reports', 'voice_work', 'voices'])
			app.delete(app.findCollectionByNameOrId(name));
	}
);
