const { inReach } = require(`${__hooks}/lib/reach-sql.js`);

/** Partners that this reader may see: those that are verified, those that she entered, and a manager's those that lie in
 * her places; a manager of the whole programme, all. src/lib/server/partners/may-see.ts is the same rule. */
const mayManage = (
	p
) => `({:trainer} = '' AND ({:places} = '[]' OR ${p}.province IN (SELECT value FROM json_each({:places}))
	OR ${p}.commune IN (SELECT value FROM json_each({:places}))))`;
const maySee = (p) => `(${p}.state = 'verified' OR ${p}.enteredBy = {:reader} OR ${mayManage(p)})`;

/** Another that is verified bears the same name or number and has another contact. */
const pretends = (p) => `(${p}.state IN ('unverified', 'suspended') AND EXISTS (SELECT 1 FROM partners o
	WHERE o.state = 'verified' AND o.id <> ${p}.id
		AND (o.nameKey = ${p}.nameKey OR (o.registration <> '' AND o.registration = ${p}.registration))
		AND NOT (o.phone <> '' AND o.phone = ${p}.phone) AND NOT (o.email <> '' AND o.email = ${p}.email)))`;

const openReports = (p) =>
	`(SELECT count(*) FROM partner_reports r WHERE r.partner = ${p}.id AND r.handledAtMs = 0)`;

const nameOf = (id) => `coalesce((SELECT name FROM staff WHERE id = ${id}), '')`;

const row = (
	p
) => `json_object('id', ${p}.id, 'name', ${p}.name, 'kind', ${p}.kind, 'registration', ${p}.registration,
	'contactName', ${p}.contactName, 'phone', ${p}.phone, 'email', ${p}.email, 'place', ${p}.place,
	'province', ${p}.province, 'commune', ${p}.commune, 'wants', json(${p}.wants), 'gives', json(${p}.gives),
	'about', ${p}.about, 'state', ${p}.state, 'enteredBy', ${p}.enteredBy, 'enteredByName', ${nameOf(`${p}.enteredBy`)},
	'enteredAtMs', ${p}.enteredAtMs, 'verifiedByName', ${nameOf(`${p}.verifiedBy`)}, 'verifiedAtMs', ${p}.verifiedAtMs,
	'verifiedHow', ${p}.verifiedHow, 'verifiedWords', ${p}.verifiedWords, 'stateByName', ${nameOf(`${p}.stateBy`)},
	'stateAtMs', ${p}.stateAtMs, 'stateReason', ${p}.stateReason, 'version', ${p}.version, 'changedBy', ${p}.changedBy,
	'changedAtMs', ${p}.changedAtMs, 'pretends', json(CASE WHEN ${pretends(p)} THEN 'true' ELSE 'false' END),
	'reports', ${openReports(p)})`;

/** The filter of the list; '' is "whatever". `words` is JSON: each stands somewhere in the search key. */
const filtered = `FROM partners p WHERE ${maySee('p')}
	AND ({:kind} = '' OR p.kind = {:kind}) AND ({:state} = '' OR p.state = {:state})
	AND ({:place} = '' OR p.province = {:place} OR p.commune = {:place})
	AND ({:product} = '' OR EXISTS (SELECT 1 FROM json_each(p.wants) WHERE value->>'$.kind' = {:product}))
	AND ({:give} = '' OR EXISTS (SELECT 1 FROM json_each(p.gives) WHERE value = {:give}))
	AND NOT EXISTS (SELECT 1 FROM json_each({:words}) WHERE instr(p.searchKey, value) = 0)`;

/** What waits for a manager first, then by name. */
const list = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT ${row('p')} AS row ${filtered}
	ORDER BY p.state = 'unverified' DESC, p.state = 'suspended' DESC, p.state = 'verified' DESC, p.nameKey, p.id
	LIMIT {:most} OFFSET {:skip})`;
const total = `SELECT count(*) AS n ${filtered}`;
/** What a manager of these places has to look at: not checked yet, and reported. */
const waiting = `SELECT coalesce(sum(p.state = 'unverified'), 0) AS unverified,
	coalesce(sum(${openReports('p')} > 0), 0) AS reported FROM partners p WHERE ${mayManage('p')}`;

const one = `SELECT ${row('p')} AS json FROM partners p WHERE p.id = {:id}`;
const verified = `SELECT json_group_array(json(row)) AS json FROM (SELECT ${row('p')} AS row FROM partners p
	WHERE p.state = 'verified' ORDER BY p.nameKey, p.id LIMIT 5000)`;

/** Others with the same name, number, telephone or address. */
const alike = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('id', o.id, 'name', o.name, 'kind', o.kind, 'place', o.place, 'state', o.state, 'phone', o.phone,
		'email', o.email, 'sameName', json(iif(o.nameKey = p.nameKey, 'true', 'false')),
		'sameRegistration', json(iif(o.registration <> '' AND o.registration = p.registration, 'true', 'false')),
		'sameContact', json(iif((o.phone <> '' AND o.phone = p.phone) OR (o.email <> '' AND o.email = p.email),
			'true', 'false'))) AS row
	FROM partners p JOIN partners o ON o.id <> p.id AND (o.nameKey = p.nameKey
		OR (o.registration <> '' AND o.registration = p.registration) OR (o.phone <> '' AND o.phone = p.phone)
		OR (o.email <> '' AND o.email = p.email))
	WHERE p.id = {:id} ORDER BY o.state = 'verified' DESC, o.enteredAtMs, o.id LIMIT 20)`;

const reports = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('id', r.id, 'by', ${nameOf('r."by"')}, 'reason', r.reason, 'atMs', r.atMs,
		'handledBy', ${nameOf('r.handledBy')}, 'handledAtMs', r.handledAtMs) AS row
	FROM partner_reports r WHERE r.partner = {:id} ORDER BY r.handledAtMs > 0, r.atMs DESC, r.id LIMIT 50)`;

/** What these groups have to sell: what stands in a stall of a woman who is in one of them now. */
const supplies = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('group', m."group", 'learner', l.id, 'maker', l.name, 'kind', p.body->>'$.name.kind',
		'unit', p.unit, 'stock', p.stock, 'stars', coalesce(p.body->>'$.ocopStars', 0)) AS row
	FROM memberships m JOIN learners l ON l.id = m.learner JOIN products p ON p.learner = l.id
	WHERE m."group" IN (SELECT value FROM json_each({:groups})) AND m.untilMs = 0 AND NOT p.withdrawn AND p.downAtMs = 0
		AND NOT EXISTS (SELECT 1 FROM stalls d WHERE d.ownerKind = 'learner' AND d.owner = l.id AND d.downAtMs > 0)
	ORDER BY m."group", l.name, p.id LIMIT 5000)`;

/** The group that an introduction lies in now: a woman's is where she is, or where she was last. */
const liesIn = (i, g) => `(CASE ${i}.whoKind WHEN 'group' THEN ${g}.id = ${i}.who
	ELSE EXISTS (SELECT 1 FROM memberships m WHERE m.learner = ${i}.who AND m."group" = ${g}.id AND m.untilMs = 0)
		OR (${g}.id = ${i}.viaGroup AND NOT EXISTS (SELECT 1 FROM memberships m
			WHERE m.learner = ${i}.who AND m.untilMs = 0)) END)`;
const isReached = (i) => `EXISTS (SELECT 1 FROM groups g WHERE ${liesIn(i, 'g')} AND ${inReach('g')})`;

const stepRows = `(SELECT json_group_array(json(row)) FROM (SELECT json_object('id', s.id, 'step', s.step, 'day', s.day,
	'amount', s.amount, 'words', s.words, 'by', ${nameOf('s."by"')}, 'atMs', s.atMs) AS row
	FROM introduction_steps s WHERE s.introduction = i.id ORDER BY s.nth))`;
const introduction = `json_object('id', i.id, 'partner', i.partner, 'partnerName', p.name, 'partnerKind', p.kind,
	'partnerState', p.state, 'sort', i.sort, 'whoKind', i.whoKind, 'who', i.who, 'viaGroup', i.viaGroup,
	'whoName', coalesce(CASE i.whoKind WHEN 'group' THEN (SELECT name FROM groups WHERE id = i.who)
		ELSE (SELECT name FROM learners WHERE id = i.who) END, ''),
	'groupName', coalesce((SELECT name FROM groups WHERE id = i.viaGroup), ''), 'about', i.about,
	'askedBy', ${nameOf('i.askedBy')}, 'askedAtMs', i.askedAtMs,
	'mayGiveContact', json(iif(i.mayGiveContact, 'true', 'false')), 'step', i.step, 'endedWhy', i.endedWhy,
	'madeBy', ${nameOf('i.madeBy')}, 'madeAtMs', i.madeAtMs, 'changedAtMs', i.changedAtMs, 'changedBy', i.changedBy,
	'version', i.version, 'notice', i.notice, 'steps', json(${stepRows}))`;
/** '' as partner or group: whichever. `open`: 1 those under way, 0 those that ended, -1 both. */
const introductions = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT ${introduction} AS row FROM introductions i JOIN partners p ON p.id = i.partner
	WHERE ({:partner} = '' OR i.partner = {:partner}) AND ({:group} = '' OR i.who = {:group} OR i.viaGroup = {:group})
		AND ({:open} < 0 OR (i.endedWhy = '') = {:open}) AND ${isReached('i')}
	ORDER BY i.endedWhy <> '', i.changedAtMs DESC, i.id LIMIT {:most} OFFSET {:skip})`;
const introductionCount = `SELECT count(*) AS n FROM introductions i
	WHERE ({:partner} = '' OR i.partner = {:partner}) AND ({:group} = '' OR i.who = {:group} OR i.viaGroup = {:group})
		AND ({:open} < 0 OR (i.endedWhy = '') = {:open}) AND ${isReached('i')}`;
const introductionById = `SELECT ${introduction} AS json FROM introductions i JOIN partners p ON p.id = i.partner
	WHERE i.id = {:id}`;
const introductionOf = `SELECT ${introduction} AS json FROM introductions i JOIN partners p ON p.id = i.partner
	WHERE i.partner = {:partner} AND i.sort = {:sort} AND i.whoKind = {:whoKind} AND i.who = {:who}`;
/** Those under way of one partner, whoever looks after them: what stands on phones is taken back when it is suspended. */
const noticesOf = `SELECT notice FROM introductions WHERE partner = {:partner} AND endedWhy = '' AND notice <> ''`;

/** A step is put in once, whatever arrives twice. */
const addStep = `INSERT INTO introduction_steps (id, introduction, step, day, amount, words, "by", atMs, nth)
VALUES ({:id}, {:introduction}, {:step}, {:day}, {:amount}, {:words}, {:by}, {:now}, {:nth})
ON CONFLICT (id) DO NOTHING`;
const stepById = `SELECT id FROM introduction_steps WHERE id = {:id}`;
const dropLast = `DELETE FROM introduction_steps WHERE id = {:step} AND introduction = {:introduction}
	AND nth = (SELECT max(nth) FROM introduction_steps WHERE introduction = {:introduction}) AND step NOT IN ('proposed', 'resumed')`;

/**
 * For reports: each introduction once a step, in the month-free span of days in which it came to that step first. The
 * group is the one that it was made in.
 */
const figures = `SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('group', i.viaGroup, 'province', g.province, 'commune', g.commune, 'partnerKind', p.kind,
		'sort', i.sort, 'step', f.step, 'introductions', count(*), 'amount', sum(f.amount)) AS row
	FROM (SELECT introduction, step, min(day) AS day,
			sum(CASE WHEN day >= {:fromDay} AND day <= {:toDay} THEN amount ELSE 0 END) AS amount
		FROM introduction_steps WHERE step NOT IN ('ended', 'resumed') GROUP BY introduction, step) f
	JOIN introductions i ON i.id = f.introduction JOIN partners p ON p.id = i.partner JOIN groups g ON g.id = i.viaGroup
	WHERE f.day >= {:fromDay} AND f.day <= {:toDay} AND ${inReach('g')}
	GROUP BY i.viaGroup, p.kind, i.sort, f.step)`;

module.exports = {
	...{ list, total, waiting, one, verified, alike, reports, supplies },
	...{ introductions, introductionCount, introductionById, introductionOf, noticesOf },
	...{ addStep, stepById, dropLast, figures }
};
