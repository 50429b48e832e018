const kinds = `('stall.changed', 'contact.shared', 'contact.hidden', 'product.offered', 'product.restocked',
	'product.withdrawn', 'product.returned')`;

/** Notes with the fresh events themselves that her stall is to be folded anew (src/lib/server/stalls/settle-shop.ts). */
const owe = `
INSERT INTO stall_debts (id, learner, sinceMs)
SELECT 'r' || lower(hex(randomblob(7))), learner, {:now}
FROM events WHERE rowid > {:last} AND kind IN ${kinds} GROUP BY learner
ON CONFLICT (learner) DO UPDATE SET sinceMs = excluded.sinceMs`;

/** One learner's events about her stall; the index is by learner and lesson, and these have none. */
const events = `
SELECT json_group_array(json_object('id', id, 'device', device, 'seq', seq, 'kind', kind, 'at', at,
	'data', json(data))) AS json
FROM events WHERE learner = {:learner} AND lesson = '' AND kind IN ${kinds}`;

/** Who she is to strangers' pages: her name, picture, groups now, and her badges that stand. */
const about = `
SELECT json_object('name', l.name, 'picture', l.picture,
	'groups', (SELECT json_group_array(json(row)) FROM (
		SELECT json_object('id', g.id, 'name', g.name, 'place', g.place) AS row
		FROM memberships m JOIN groups g ON g.id = m."group"
		WHERE m.learner = l.id AND m.untilMs = 0 AND NOT g.archived ORDER BY m.fromMs, m.created)),
	'badges', (SELECT json_group_array(id) FROM badges WHERE learner = l.id)) AS json
FROM learners l WHERE l.id = {:learner}`;

/** What is in a stall, for strangers: a woman's own, or a group's by those who are in it. */
const productRow = `json_object('id', p.id, 'product', p.product, 'learner', p.learner, 'maker', l.name, 'name', p.name,
	'writtenName', p.writtenName, 'price', p.price, 'unit', p.unit, 'stock', p.stock, 'withdrawn', p.withdrawn,
	'group', p."group", 'body', json(p.body), 'shown', json(p.shown), 'waits', p.waits, 'offeredAtMs', p.offeredAtMs,
	'changedAtMs', p.changedAtMs, 'checkedBy', coalesce(c.name, ''), 'checkedAtMs', p.checkedAtMs,
	'downAtMs', p.downAtMs, 'downReason', p.downReason) AS row`;
const productsOf = (where) => `
SELECT json_group_array(json(row)) AS json FROM (SELECT ${productRow}
	FROM products p JOIN learners l ON l.id = p.learner LEFT JOIN staff c ON c.id = p.checkedBy
	WHERE ${where} ORDER BY p.offeredAtMs DESC, p.id LIMIT 200)`;
const products = {
	learner: productsOf('p.learner = {:owner}'),
	group: productsOf(`p."group" = {:owner} AND EXISTS (SELECT 1 FROM memberships m
		WHERE m."group" = {:owner} AND m.learner = p.learner AND m.untilMs = 0)
		AND NOT EXISTS (SELECT 1 FROM stalls d
			WHERE d.ownerKind = 'learner' AND d.owner = p.learner AND d.downAtMs > 0)`)
};

const stallRow = `json_object('id', s.id, 'slug', s.slug, 'ownerKind', s.ownerKind, 'owner', s.owner, 'name', s.name,
	'place', s.place, 'shown', json(s.shown), 'waits', s.waits, 'openedAtMs', s.openedAtMs,
	'changedAtMs', s.changedAtMs, 'checkedBy', coalesce(c.name, ''), 'checkedAtMs', s.checkedAtMs,
	'downAtMs', s.downAtMs, 'downReason', s.downReason) AS row`;
const stall = `SELECT ${stallRow} FROM stalls s LEFT JOIN staff c ON c.id = s.checkedBy`;
const bySlug = `${stall} WHERE s.slug = {:slug}`;
const byOwner = `${stall} WHERE s.ownerKind = {:ownerKind} AND s.owner = {:owner}`;
const byId = `${stall} WHERE s.id = {:id}`;

/** The stalls of these groups and of the women in them, with who they are. */
const ofGroups = `
SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('stall', json(st.row), 'who', CASE st.ownerKind WHEN 'group' THEN '' ELSE l.name END,
		'picture', coalesce(l.picture, ''), 'group', g.name, 'groupId', g.id,
		'products', (SELECT count(*) FROM products p WHERE p.learner = st.owner OR p."group" = st.owner)) AS row
	FROM (SELECT s.ownerKind, s.owner, s.changedAtMs, ${stallRow} FROM stalls s LEFT JOIN staff c ON c.id = s.checkedBy) st
	LEFT JOIN learners l ON st.ownerKind = 'learner' AND l.id = st.owner
	JOIN groups g ON g.id = CASE st.ownerKind WHEN 'group' THEN st.owner ELSE (SELECT m."group" FROM memberships m
		WHERE m.learner = st.owner AND m.untilMs = 0 AND m."group" IN (SELECT value FROM json_each({:groups})) LIMIT 1) END
	WHERE g.id IN (SELECT value FROM json_each({:groups}))
	ORDER BY st.changedAtMs DESC LIMIT 500)`;

const messagesOf = `
SELECT json_group_array(json(row)) AS json FROM (
	SELECT json_object('id', m.id, 'stall', m.stall, 'slug', s.slug, 'stallName', s.name, 'product', coalesce(p.name, ''),
		'name', m.name, 'contact', m.contact, 'message', m.message, 'sentAtMs', m.sentAtMs,
		'handledAtMs', m.handledAtMs, 'handledBy', coalesce(h.name, '')) AS row
	FROM stall_messages m JOIN stalls s ON s.id = m.stall LEFT JOIN products p ON p.id = m.product
		LEFT JOIN staff h ON h.id = m.handledBy
	WHERE m.stall IN (SELECT value FROM json_each({:stalls}))
	ORDER BY m.handledAtMs > 0, m.sentAtMs DESC LIMIT 200)`;

/** Whether anything that strangers are shown names a file. */
const names = `
SELECT (SELECT count(*) FROM stalls WHERE instr(shown, {:media}) > 0)
	+ (SELECT count(*) FROM products WHERE instr(shown, {:media}) > 0) AS n`;

module.exports = { owe, events, about, products, bySlug, byOwner, byId, ofGroups, messagesOf, names };
