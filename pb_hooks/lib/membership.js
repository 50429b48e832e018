const { one } = require(`${__hooks}/lib/query.js`);
const { openRow, endRow } = require(`${__hooks}/lib/membership-sql.js`);

/**
 * Puts a woman into a group (`to`), takes her out of one (`from`), or both at once, in the given transaction. A row is
 * closed, never deleted; coming back opens a new one.
 * @returns kept, same (it is so already), stale (she is no longer in `from`), closed (`to` takes nobody), gone
 */
function moveLearner(tx, learner, { from, to, by, now }) {
	const isOpen = (group) => one(tx, openRow, { id: '' }, { group, learner }) !== undefined;
	if (!recordOf(tx, 'learners', learner)) return 'gone';
	const target = to && recordOf(tx, 'groups', to);
	if (to && !target) return 'gone';
	const wasIn = from !== '' && isOpen(from);
	const isIn = to !== '' && isOpen(to);
	if (from && !wasIn) return (to ? isIn : true) ? 'same' : 'stale';
	if (!from && isIn) return 'same';
	if (to && target.getBool('archived')) return 'closed';
	if (wasIn) tx.db().newQuery(endRow).bind({ group: from, learner, by, now }).execute();
	if (to && !isIn) {
		const memberships = tx.findCollectionByNameOrId('memberships');
		tx.save(new Record(memberships, { group: to, learner, fromMs: now, startedBy: by }));
	}
	return 'kept';
}

function recordOf(tx, collection, id) {
	try {
		return tx.findRecordById(collection, id);
	} catch {
		return null;
	}
}

module.exports = { moveLearner, recordOf };
