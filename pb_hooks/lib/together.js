const sql = require(`${__hooks}/lib/together-sql.js`);
const { one, all } = require(`${__hooks}/lib/query.js`);

/** A phone of a woman's writes nobody into a group that is larger than any village's. */
const MOST_WOMEN = 300;

/** Folds the fresh events of a woman's phone, in the given transaction. */
function foldFresh(tx, last, now) {
	const shape = { id: '', kind: '', at: 0, teller: '', data: '' };
	for (const { data, ...event } of all(tx, sql.fresh, shape, { last }))
		foldTogether(tx, { ...event, tellerKind: 'learner', data: JSON.parse(data) }, now);
}

/** Folds one event, checked by the app, of a member of staff or of a woman: a second time changes nothing. */
function foldTogether(tx, { id, at, teller, tellerKind, data }, now) {
	const { group, lesson, present, newcomers, here, hands, note } = data;
	const told = {
		...{ id, at, now, teller, tellerKind, here: here || present.length, group: group || '' },
		...{
			lesson: lesson || '',
			note: note || '',
			present: JSON.stringify(present),
			hands: JSON.stringify(hands || [])
		}
	};
	if (!tx.db().newQuery(sql.keep).bind(told).execute().rowsAffected()) return false;
	for (const woman of group ? newcomers : []) addNewcomer(tx, woman, told);
	tx.db().newQuery(sql.hearOne).bind({ id }).execute();
	return true;
}

/** Makes the woman a learner of the group, without a phone, under the id that she was given on the phone: once, and
 * never out of somebody who is there. Meetings that named her before she was known are hers too. */
function addNewcomer(tx, { id: learner, name, picture }, { id: meeting, group, teller, tellerKind, now }) {
	const shape = { taken: 0, women: 0, known: 0 };
	const { taken, women, known } = one(tx, sql.isTaken, shape, { learner, group });
	if (taken || !known || (tellerKind === 'learner' && women >= MOST_WOMEN)) return;
	const record = new Record(tx.findCollectionByNameOrId('learners'), { name, picture, createdBy: teller });
	record.set('id', learner);
	tx.save(record);
	const joined = { group, learner, fromMs: now, startedBy: teller };
	tx.save(new Record(tx.findCollectionByNameOrId('memberships'), joined));
	tx.db()
		.newQuery(sql.noteNewcomer)
		.bind({ learner, group, name, picture, meeting, teller, tellerKind, now })
		.execute();
	tx.db().newQuery(sql.hearEarlier).bind({ group, learner }).execute();
}

/** Makes a newcomer the woman that she is, who has another id. outcome: merged, has_own (she has a phone or answers of
 * her own), gone. */
function merge(tx, values) {
	const { isNew, hasOwn, isHere } = one(tx, sql.mayMerge, { isNew: 0, hasOwn: 0, isHere: 0 }, values);
	if (!isNew || !isHere || values.learner === values.into) return 'gone';
	if (hasOwn) return 'has_own';
	for (const statement of sql.merge) tx.db().newQuery(statement).bind(values).execute();
	tx.delete(tx.findRecordById('learners', values.learner));
	return 'merged';
}

/** As JSON, the women of her groups and the lessons that she heard together; '' when the phone's digest says that it
 * has these. */
function tellTogether(app, learner, known) {
	const { marks } = one(app, sql.marks, { marks: '' }, { learner });
	const digest = marks && $security.md5(marks).slice(0, 16);
	if (digest === known) return '';
	const { json } = one(app, sql.hers, { json: '' }, { learner });
	return `{"digest":"${digest}",${json.slice(1)}`;
}

module.exports = { foldFresh, foldTogether, merge, tellTogether };
