const { recordOf } = require(`${__hooks}/lib/membership.js`);

/**
 * Sets fields of a record of which somebody has seen the version `expected`, through PocketBase's own checks, in the
 * given transaction.
 * @returns kept; stale (somebody has changed it since: nothing is written); gone
 */
function change(tx, collection, id, { expected, values, by }) {
	const record = recordOf(tx, collection, id);
	if (!record) return 'gone';
	if (record.getInt('version') !== expected) return 'stale';
	for (const name of Object.keys(values)) record.set(name, values[name]);
	record.set('version', expected + 1);
	record.set('changedBy', by);
	tx.save(record);
	return 'kept';
}

module.exports = { change };
