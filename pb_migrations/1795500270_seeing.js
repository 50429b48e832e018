/// <reference path="../data/pocketbase/types.d.ts" />

// What trainers look at: how each question went the first time, when each lesson was done by a clock that is put
// right, and in which weeks a woman was there (all derived, disposable; docs/decisions/0027). And trainers' notes.
migrate(
	(app) => {
		const ours = '@request.auth.collectionName = "services"';
		const rules = { listRule: ours, viewRule: ours, createRule: ours, updateRule: ours, deleteRule: ours };
		const int = (name) => ({ type: 'number', name, onlyInt: true });
		const text = (name, max) => ({ type: 'text', name, max });
		const idOf = (name) => app.findCollectionByNameOrId(name).id;

		const questions = app.findCollectionByNameOrId('question_progress');
		// Her first answer: when (17 digits), the event's id, and 1 when it was right. The least of these is the first.
		questions.fields.add(new TextField({ name: 'first', max: 44 }));
		questions.fields.add(new NumberField({ name: 'lastAt', onlyInt: true }));
		app.save(questions);

		const lessons = app.findCollectionByNameOrId('lesson_progress');
		lessons.fields.add(new NumberField({ name: 'doneAt', onlyInt: true }));
		lessons.addIndex('idx_lesson_progress_done', false, '`learner`, `doneAt`', '`doneAt` > 0');
		app.save(lessons);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'week_activity',
				fields: [
					text('learner', 15),
					// Weeks since the first Monday of 1970, in Vietnam's time.
					int('week'),
					// Bits: Monday is 1, Sunday 64.
					int('days'),
					int('acts'),
					int('lastAt')
				],
				indexes: ['CREATE UNIQUE INDEX `idx_week_activity_pair` ON `week_activity` (`learner`, `week`)']
			})
		);

		app.save(
			new Collection({
				...rules,
				type: 'base',
				name: 'woman_notes',
				fields: [
					{
						type: 'relation',
						name: 'learner',
						collectionId: idOf('learners'),
						required: true,
						maxSelect: 1,
						cascadeDelete: true
					},
					text('author', 15),
					{ type: 'text', name: 'text', required: true, max: 1000 },
					int('version'),
					int('writtenAtMs'),
					int('changedAtMs')
				],
				indexes: ['CREATE INDEX `idx_woman_notes_learner` ON `woman_notes` (`learner`, `writtenAtMs`)']
			})
		);

		// Everything that has happened so far. A clock that runs ahead, or was never set, is put right by the receipt.
		const happened = 'CASE WHEN at > receivedAt OR at < 1577836800000 THEN receivedAt ELSE at END';
		const run = (sql) => app.db().newQuery(sql).execute();
		run(`
UPDATE question_progress SET first = f.first, lastAt = f.lastAt
FROM (SELECT learner, lesson, part, max(${happened}) AS lastAt,
		min(printf('%017d', ${happened}) || id || CASE WHEN "right" THEN 1 ELSE 0 END) AS first
	FROM events WHERE kind = 'question.answered' GROUP BY learner, lesson, part) f
WHERE f.learner = question_progress.learner AND f.lesson = question_progress.lesson
	AND f.part = question_progress.question`);
		run(`
UPDATE lesson_progress SET doneAt = f.doneAt
FROM (SELECT learner, lesson, min(${happened}) AS doneAt
	FROM events WHERE kind = 'lesson.completed' GROUP BY learner, lesson) f
WHERE f.learner = lesson_progress.learner AND f.lesson = lesson_progress.lesson`);
		run(`
INSERT INTO week_activity (id, learner, week, days, acts, lastAt)
SELECT 'r' || lower(hex(randomblob(7))), learner, (day + 3) / 7, sum(DISTINCT 1 << ((day + 3) % 7)), count(*), max(moment)
FROM (SELECT learner, moment, (moment + 25200000) / 86400000 AS day
	FROM (SELECT learner, ${happened} AS moment FROM events))
GROUP BY learner, (day + 3) / 7`);
	},
	(app) => {
		for (const name of ['woman_notes', 'week_activity']) app.delete(app.findCollectionByNameOrId(name));
		const lessons = app.findCollectionByNameOrId('lesson_progress');
		lessons.removeIndex('idx_lesson_progress_done');
		lessons.fields.removeByName('doneAt');
		app.save(lessons);
		const questions = app.findCollectionByNameOrId('question_progress');
		for (const name of ['first', 'lastAt']) questions.fields.removeByName(name);
		app.save(questions);
	}
);
