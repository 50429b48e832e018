// What reports count: one rule for each figure, under the figure's name (src/lib/domain/report/figures.ts). Each
// answers rows [group, woman, thing, n, of]: the woman was in that group when it happened, and a thing that stands in
// two of her groups is one thing. What the words of a rule say is said in src/lib/i18n/console/reports.*.json.
const { happened } = require(`${__hooks}/lib/when.js`);
const { inReach } = require(`${__hooks}/lib/reach-sql.js`);
const { stint, isActive } = require(`${__hooks}/lib/stint-sql.js`);
const { followups } = require(`${__hooks}/lib/followup-sql.js`);

const reached = `SELECT g.id FROM groups g WHERE ${inReach('g')}`;
const base = [stint(reached).trim(), `who (learner) AS (SELECT DISTINCT learner FROM stint)`];
/** A rule: what it selects, from which tables. Tables of one name are one table. */
const rows = (select, ...tables) => ({ select, tables: [...base, ...tables.flat()] });

/** Each woman once in each group in which it was so. */
const women = (where, ...more) =>
	rows(`SELECT DISTINCT s."group", s.learner, '' AS thing, 1 AS n, 0 AS "of" ${where}`, ...more);
const during = (moment) => `${moment} >= s.since AND ${moment} < s.till`;

/** The words of the partial index idx_events_reported, as in its migration: PocketBase takes no brackets there. */
const reported = `(kind = 'practice.completed' OR kind = 'product.offered' OR kind = 'product.withdrawn' OR kind = 'product.returned' OR kind = 'order.recorded')`;
const told = (kinds) =>
	`who CROSS JOIN events USING (learner) WHERE ${reported} AND kind IN (${kinds.map((kind) => `'${kind}'`)})`;

/** When she first completed each course. */
const course = `course (learner, slug, moment) AS (
		SELECT learner, data->>'$.course', min(${happened}) FROM who CROSS JOIN events USING (learner)
		WHERE kind = 'course.completed' GROUP BY 1, 2)`;

/** Of women who answered all three counted questions both before and after a course: how many rightly. Of answers to one
 * question the first counts; the first question is to get used to it (src/lib/domain/check.ts). */
const pair = [
	`answer (learner, course, time, "right", first) AS (
		SELECT learner, data->>'$.course', data->>'$.time', data->>'$.right', min(printf('%017d', ${happened}) || id)
		FROM who CROSS JOIN events USING (learner) WHERE kind = 'check.answered' AND data->>'$.question' > 1
		GROUP BY learner, data->>'$.course', data->>'$.time', data->>'$.question')`,
	`side (learner, course, time, "right", moment) AS (
		SELECT learner, course, time, sum("right"), max(CAST(substr(first, 1, 17) AS INTEGER)) FROM answer
		GROUP BY 1, 2, 3 HAVING count(*) = 3)`,
	`pair (learner, course, before, after, moment) AS (
		SELECT b.learner, b.course, b."right", a."right", max(a.moment, b.moment) FROM side b
		JOIN side a ON a.learner = b.learner AND a.course = b.course AND a.time = 'after' WHERE b.time = 'before')`
];
const tested = `FROM stint s JOIN pair p ON p.learner = s.learner AND ${during('p.moment')}`;
const test = (side) =>
	rows(`SELECT DISTINCT s."group", s.learner, p.course AS thing, p.${side} AS n, 3 AS "of" ${tested}`, pair);

/** Her answers to questions heard again, with how long after the lesson; of these the first in a span of days. */
const review = `review (learner, lesson, question, "right", id, moment, ms) AS (
		SELECT e.learner, e.lesson, e.question, e."right", e.id, e.moment, e.moment - p.doneAt
		FROM (SELECT learner, lesson, part AS question, "right", id, ${happened} AS moment
			FROM who CROSS JOIN events USING (learner) WHERE kind = 'review.answered') e
		CROSS JOIN lesson_progress p ON p.learner = e.learner AND p.lesson = e.lesson AND p.doneAt > 0)`;
const known = (fromDays, untilDays) =>
	rows(
		`SELECT s."group", s.learner, a.lesson || ' ' || a.question AS thing, a."right" AS n, 1 AS "of"
	FROM stint s JOIN again${fromDays} a ON a.learner = s.learner
		AND ${during('CAST(substr(a.first, 1, 17) AS INTEGER)')}`,
		review,
		`again${fromDays} (learner, lesson, question, "right", first) AS (
		SELECT learner, lesson, question, "right", min(printf('%017d', moment) || id) FROM review
		WHERE ms >= ${fromDays} * 86400000 AND ms < ${untilDays} * 86400000 GROUP BY 1, 2, 3)`
	);
const FOR_EVER_DAYS = 100000;

/** Whose round of questions opened in the period: so many days after she first completed a course. Of a woman whose
 * completion nobody knows (she has no phone), when she was asked. What counts of her answers: followup-sql.js. */
const due = (days) => [
	course,
	followups('who').trim(),
	`round${days} (learner, slug, moment) AS (
		SELECT learner, slug, moment + ${days} * 86400000 FROM course
		UNION ALL SELECT learner, course, min(atMs) FROM followups f WHERE days = ${days} AND NOT EXISTS (
			SELECT 1 FROM course c WHERE c.learner = f.learner AND c.slug = f.course) GROUP BY 1, 2)`,
	`due${days} ("group", learner, slug) AS (
		SELECT DISTINCT s."group", s.learner, r.slug FROM stint s JOIN round${days} r ON r.learner = s.learner
			AND ${during('r.moment')})`
];
const said = (days) =>
	`FROM due${days} s JOIN followups a ON a.learner = s.learner AND a.course = s.slug AND a.days = ${days}`;
const asked = (days) => women(`FROM due${days} s`, due(days));
const answered = (days) => women(said(days), due(days));
const says = (days, question, answer) =>
	women(`${said(days)} AND a.question = '${question}' AND a.answer = '${answer}'`, due(days));

/** Each group once. */
const groups = (from, ...more) =>
	rows(`SELECT DISTINCT s."group", '' AS learner, '' AS thing, 1 AS n, 0 AS "of" ${from}`, ...more);

const order = `orders (learner, thing, moment) AS (
		SELECT learner, data->>'$.order', min(${happened}) FROM ${told(['order.recorded'])} GROUP BY 1, 2)`;
const ordered = `FROM stint s JOIN orders o ON o.learner = s.learner AND ${during('o.moment')}`;

/** Introductions of groups within the reach, each once a step: on the day on which it came to that step first. */
const firstDay = `date(({:from} + 25200000) / 1000, 'unixepoch')`;
const dayAfter = `date(({:to} + 25200000) / 1000, 'unixepoch')`;
const came = `came ("group", id, step) AS (
		SELECT i.viaGroup, i.id, f.step
		FROM (SELECT introduction, step, min(day) AS day FROM introduction_steps GROUP BY 1, 2) f
		JOIN introductions i ON i.id = f.introduction JOIN (${reached}) r ON r.id = i.viaGroup
		WHERE f.day >= ${firstDay} AND f.day < ${dayAfter})`;
/** Every step of the period, a second order and a second session too. */
const steps = `steps ("group", id, step, amount) AS (
		SELECT i.viaGroup, d.id, d.step, d.amount
		FROM introduction_steps d JOIN introductions i ON i.id = d.introduction JOIN (${reached}) r ON r.id = i.viaGroup
		WHERE d.day >= ${firstDay} AND d.day < ${dayAfter})`;
const introduced = (step) =>
	rows(
		`SELECT s."group", '' AS learner, s.id AS thing, 1 AS n, 0 AS "of" FROM came s WHERE s.step = '${step}'`,
		came
	);

const rules = {
	enrolled: women(`FROM stint s`),
	active: women(`FROM stint s WHERE ${isActive}`),
	completed: women(`FROM stint s JOIN course c ON c.learner = s.learner AND ${during('c.moment')}`, course),
	badges: women(`FROM stint s JOIN badges b ON b.learner = s.learner AND ${during('b.issuedAtMs')}`),
	practised: rows(
		`SELECT s."group", s.learner, p.lesson AS thing, max(p.isClean) AS n, 1 AS "of"
	FROM stint s JOIN practice p ON p.learner = s.learner AND ${during('p.moment')} GROUP BY 1, 2, 3`,
		`practice (learner, lesson, isClean, moment) AS (
		SELECT learner, data->>'$.lesson', data->>'$.outcome.wrong' = 0, ${happened} FROM ${told(['practice.completed'])})`
	),

	tested: women(tested, pair),
	before: test('before'),
	after: test('after'),
	known30: known(30, 90),
	known90: known(90, FOR_EVER_DAYS),

	asked30: asked(30),
	answered30: answered(30),
	sells30: says(30, 'sells-online', 'yes'),
	refused30: says(30, 'refused-trick', 'yes'),
	paid30: says(30, 'paid-by-phone', 'yes'),
	outside30: says(30, 'outside-buyers', 'yes'),
	herself30: says(30, 'who-does-it', 'herself'),
	asked90: asked(90),
	answered90: answered(90),
	sells90: says(90, 'sells-online', 'yes'),
	refused90: says(90, 'refused-trick', 'yes'),
	paid90: says(90, 'paid-by-phone', 'yes'),
	outside90: says(90, 'outside-buyers', 'yes'),
	herself90: says(90, 'who-does-it', 'herself'),

	stalls: women(
		`FROM stint s JOIN stalls t ON t.ownerKind = 'learner' AND t.owner = s.learner AND ${during('t.openedAtMs')}`
	),
	products: rows(
		`SELECT DISTINCT s."group", s.learner, o.product AS thing, 1 AS n, 0 AS "of"
	FROM stint s JOIN offer o ON o.learner = s.learner LEFT JOIN word w ON w.learner = o.learner AND w.product = o.product
	WHERE s.till >= {:to} AND coalesce(w.kind, '') <> 'product.withdrawn' AND NOT EXISTS (SELECT 1 FROM products p
		WHERE p.learner = o.learner AND p.product = o.product AND p.downAtMs > 0 AND p.downAtMs < {:to})`,
		`shelf (learner, product, kind, place) AS (SELECT learner, data->>'$.product' AS product, kind, printf('%017d%017d', at, seq) || id AS place
		FROM ${told(['product.offered', 'product.withdrawn', 'product.returned'])} AND ${happened} < {:to})`,
		`offer (learner, product) AS (SELECT DISTINCT learner, product FROM shelf WHERE kind = 'product.offered')`,
		`word (learner, product, kind, last) AS (SELECT learner, product, kind, max(place) FROM shelf
		WHERE kind <> 'product.offered' GROUP BY 1, 2)`
	),
	sellers: women(ordered, order),
	orders: rows(`SELECT DISTINCT s."group", s.learner, o.thing, 1 AS n, 0 AS "of" ${ordered}`, order),

	groups: groups(`FROM stint s`),
	met: groups(
		`FROM (SELECT "group", ${happened} AS moment FROM meetings) s JOIN (${reached}) r ON r.id = s."group"
	WHERE s.moment >= {:from} AND s.moment < {:to}`
	),
	matched: groups(`FROM came s WHERE s.step = 'proposed'`, came),
	mentored: groups(
		`FROM (SELECT s."group" FROM stint s JOIN voices v ON v.learner = s.learner AND v.kind = 'question'
			JOIN voice_work w ON w.voice = v.id AND w.answeredAtMs > 0 AND ${during('w.answeredAtMs')}
		UNION SELECT "group" FROM steps WHERE step = 'session') s`,
		steps
	),
	moved: groups(
		`FROM (SELECT s."group" ${ordered} UNION SELECT "group" FROM steps WHERE step IN ('order', 'agreement')) s`,
		order,
		steps
	),

	proposed: introduced('proposed'),
	introduced: introduced('met'),
	talked: introduced('talked'),
	sampled: introduced('sample'),
	dealt: introduced('order'),
	agreed: introduced('agreement'),
	sessions: introduced('session'),
	worth: rows(
		`SELECT s."group", '' AS learner, s.id AS thing, s.amount AS n, 0 AS "of" FROM steps s
	WHERE s.step IN ('order', 'agreement') AND s.amount > 0`,
		steps
	)
};

/** All tables of these rules, each once and worked out once: five figures look at the same answers. */
const tablesOf = (some) => {
	const tables = [...new Set(some.flatMap(({ tables }) => tables))];
	return `WITH ${tables.map((table) => table.replaceAll(') AS (', ') AS MATERIALIZED (')).join(',\n\t')}`;
};
const listOf = ({ select }) =>
	`(SELECT json_group_array(json_array("group", learner, thing, n, "of")) FROM (\n\t${select}))`;

/** A rule as a statement of its own, as the page of rules shows it. */
const statementOf = (rule) => `${tablesOf([rule])}\nSELECT ${listOf(rule)} AS json`;

/** Several figures in one statement: an object of their rows by their names. */
const statementOfAll = (figures) => {
	const asked = figures.map((name) => [name, rules[name]]);
	const lists = asked.map(([name, rule]) => `'"${name}":' || ${listOf(rule)}`);
	return `${tablesOf(asked.map(([, rule]) => rule))}\nSELECT '{' || ${lists.join(" || ',' ||\n")} || '}' AS json`;
};
const statements = Object.fromEntries(Object.entries(rules).map(([name, rule]) => [name, statementOf(rule)]));

/** What the women counted have said about themselves; '' and 0: not said. */
const facts = `${tablesOf([{ tables: base }])}
SELECT json_group_array(json_array(id, birthYear, ethnicity, household, disability)) AS json
FROM who CROSS JOIN learners l ON l.id = who.learner`;

module.exports = { statements, statementOfAll, facts };
