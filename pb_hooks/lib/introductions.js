const { one } = require(`${__hooks}/lib/query.js`);
const { recordOf } = require(`${__hooks}/lib/membership.js`);
const sql = require(`${__hooks}/lib/partner-sql.js`);

/** Makes an introduction with its first step, or takes up the one that there is; in the given transaction. */
function introduce(
	tx,
	{ id, partner, sort, whoKind, who, viaGroup, about, mayGiveContact, day, notice, by },
	now
) {
	const known = recordOf(tx, 'partners', partner);
	if (!known) return { outcome: 'gone', id: '' };
	if (known.getString('state') !== 'verified') return { outcome: 'unverified', id: '' };
	const pair = { partner, sort, whoKind, who };
	const found = one(tx, sql.introductionOf, { json: '' }, pair);
	if (found) return resume(tx, JSON.parse(found.json), { id, about, mayGiveContact, day, notice, by }, now);
	const values = { ...pair, viaGroup, about, mayGiveContact, notice, step: 'proposed', version: 1 };
	const made = { askedBy: by, askedAtMs: now, madeBy: by, madeAtMs: now, changedBy: by, changedAtMs: now };
	tx.save(new Record(tx.findCollectionByNameOrId('introductions'), { id, ...values, ...made, endedWhy: '' }));
	add(tx, { id, introduction: id, step: 'proposed', day, by, now, nth: 1 });
	return { outcome: 'made', id };
}

/** The same two again: nothing is counted twice. What had ended goes on. */
function resume(tx, known, { id, about, mayGiveContact, day, notice, by }, now) {
	if (known.endedWhy === '' || known.id === id) return { outcome: 'known', id: known.id };
	const record = recordOf(tx, 'introductions', known.id);
	const version = record.getInt('version') + 1;
	const values = { about, mayGiveContact, notice, askedBy: by, askedAtMs: now, endedWhy: '', version };
	set(tx, record, { ...values, changedBy: by, changedAtMs: now });
	add(tx, { id, introduction: known.id, step: 'resumed', day, by, now, nth: version });
	return { outcome: 'resumed', id: known.id };
}

/** `to`: how far it has come with this step; `endedWhy`: '' while it is under way. */
function noteStep(tx, introduction, { id, expected, step, to, day, amount, words, endedWhy, by }, now) {
	if (one(tx, sql.stepById, { id: '' }, { id })) return 'same';
	const record = recordOf(tx, 'introductions', introduction);
	if (!record) return 'gone';
	if (record.getInt('version') !== expected) return 'stale';
	const partner = recordOf(tx, 'partners', record.getString('partner'));
	const isOver = !partner || ['suspended', 'refused'].includes(partner.getString('state'));
	if (isOver && step !== 'ended') return 'suspended';
	const version = expected + 1;
	add(tx, { id, introduction, step, day, amount, words, by, now, nth: version });
	set(tx, record, { step: to, endedWhy, version, changedBy: by, changedAtMs: now });
	return 'kept';
}

/** `to` and `endedWhy` as they are without the last step. */
function takeBack(tx, introduction, { step, expected, to, endedWhy, by }, now) {
	const record = recordOf(tx, 'introductions', introduction);
	if (!record) return 'gone';
	if (record.getInt('version') !== expected) return 'stale';
	const dropped = tx.db().newQuery(sql.dropLast).bind({ step, introduction }).execute().rowsAffected();
	if (!dropped) return 'stale';
	set(tx, record, { step: to, endedWhy, version: expected + 1, changedBy: by, changedAtMs: now });
	return 'kept';
}

function add(tx, { id, introduction, step, day, amount = 0, words = '', by, now, nth }) {
	tx.db().newQuery(sql.addStep).bind({ id, introduction, step, day, amount, words, by, now, nth }).execute();
}

function set(tx, record, values) {
	for (const name of Object.keys(values)) record.set(name, values[name]);
	tx.save(record);
}

module.exports = { introduce, noteStep, takeBack };
