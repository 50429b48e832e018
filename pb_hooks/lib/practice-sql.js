/** Folds the fresh `practice.completed` rows into her practices. With one max(), SQLite takes the bare columns from the
 * row that has it (https://www.sqlite.org/lang_select.html#bareagg): that is her newest run. */
const rollUpPractices = `
INSERT INTO practice_progress (id, learner, lesson, practice, times, newest, lastAt, steps, wrong, fell)
SELECT 'r' || lower(hex(randomblob(7))), learner, lesson, data->>'$.practice', count(*),
	max(printf('%017d', at) || id), at, data->>'$.outcome.steps', data->>'$.outcome.wrong', data->'$.outcome.fell'
FROM events WHERE rowid > {:last} AND kind = 'practice.completed'
GROUP BY learner, lesson
ON CONFLICT (learner, lesson) DO UPDATE SET times = times + excluded.times,
	practice = CASE WHEN excluded.newest > newest THEN excluded.practice ELSE practice END,
	lastAt = CASE WHEN excluded.newest > newest THEN excluded.lastAt ELSE lastAt END,
	steps = CASE WHEN excluded.newest > newest THEN excluded.steps ELSE steps END,
	wrong = CASE WHEN excluded.newest > newest THEN excluded.wrong ELSE wrong END,
	fell = CASE WHEN excluded.newest > newest THEN excluded.fell ELSE fell END,
	newest = max(newest, excluded.newest)`;

/** One learner's practices. */
const practices = `
SELECT json_group_array(json_object('lesson', lesson, 'times', times, 'steps', steps, 'wrong', wrong,
	'fell', json(fell), 'lastAtMs', lastAt)) AS json
FROM practice_progress WHERE learner = {:learner}`;

module.exports = { rollUpPractices, practices };
