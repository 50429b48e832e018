/// <reference path="../data/pocketbase/types.d.ts" />

// What the sync route and the trainer's page read by. Partial indexes hold only the few rows that matter.
migrate(
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		// Within one learner this index is in the order of arrival (rowid): that is the cursor of `changes`.
		events.removeIndex('idx_events_learner_lesson');
		events.addIndex('idx_events_learner', false, '`learner`', '');
		events.addIndex('idx_events_missing_clip', false, '`learner`', "`kind` = 'clip.missing'");
		events.addIndex('idx_events_course_completed', false, '`learner`', "`kind` = 'course.completed'");
		app.save(events);

		const questions = app.findCollectionByNameOrId('question_progress');
		questions.addIndex('idx_question_progress_stuck', false, '`learner`', '`right` = 0 AND `wrong` >= 3');
		app.save(questions);
	},
	(app) => {
		const events = app.findCollectionByNameOrId('events');
		for (const name of ['idx_events_learner', 'idx_events_missing_clip', 'idx_events_course_completed'])
			events.removeIndex(name);
		events.addIndex('idx_events_learner_lesson', false, '`learner`, `lesson`', '');
		app.save(events);

		const questions = app.findCollectionByNameOrId('question_progress');
		questions.removeIndex('idx_question_progress_stuck');
		app.save(questions);
	}
);
