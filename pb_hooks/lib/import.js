const { all, one } = require(`${__hooks}/lib/query.js`);
const sql = require(`${__hooks}/lib/import-sql.js`);

const DAY_MS = 24 * 3600 * 1000;

/**
 * Takes a list of women in, in the given transaction: all of it, or nothing.
 * @returns kept; already (this list was taken in before); closed (a group is closed, gone or out of reach by now);
 * changed (a group of a new one's name, or a woman less, is there by now)
 */
function takeIn(tx, { id, fileName, by, atMs, reach, groups, newGroups, women, memberships, joining }) {
	if (one(tx, sql.byId, sql.IMPORT, { id })) return 'already';
	const count = (query, values) => one(tx, query, { n: 0 }, values).n;
	if (count(sql.openGroups, { ...reach, groups: JSON.stringify(groups) }) !== groups.length) return 'closed';
	const names = JSON.stringify(newGroups.map(({ name }) => name));
	if (count(sql.named, { ...reach, names }) > 0) return 'changed';
	if (count(sql.present, { learners: JSON.stringify(joining) }) !== joining.length) return 'changed';

	const collection = tx.findCollectionByNameOrId('groups');
	for (const group of newGroups)
		tx.save(new Record(collection, { ...group, createdBy: by, archived: false }));
	const now = new DateTime().string();
	tx.db().newQuery(sql.addWomen).bind({ women, by, now }).execute();
	const made = all(tx, sql.addMemberships, { id: '' }, { memberships, by, now, atMs }).map((row) => row.id);
	const ids = JSON.parse(women).map((woman) => woman.id);
	const madeGroups = newGroups.map((group) => group.id);
	const values = {
		...{ id, fileName, by, atMs, women: ids.length, joined: Math.max(0, made.length - ids.length) },
		...{ groups: JSON.stringify([...groups, ...madeGroups]), madeGroups: JSON.stringify(madeGroups) },
		...{ madeWomen: JSON.stringify(ids), madeMemberships: JSON.stringify(made) }
	};
	tx.db().newQuery(sql.keep).bind(values).execute();
	return 'kept';
}

/**
 * Takes an import back, in the given transaction: what it made and nobody has used since. Whom anything is known of
 * stays.
 * @returns {{ outcome: 'undone' | 'already' | 'late' | 'gone', kept: string[] }}
 */
function takeBack(tx, { id, by, now }) {
	const found = one(tx, sql.byId, sql.IMPORT, { id });
	if (!found || found.by !== by) return { outcome: 'gone', kept: [] };
	if (found.undoneAtMs) return { outcome: 'already', kept: [] };
	if (now - found.atMs > DAY_MS) return { outcome: 'late', kept: [] };
	const { madeWomen: women, madeMemberships: memberships } = found;
	const used = new Set(all(tx, sql.changed, { id: '' }, { women, memberships }).map((row) => row.id));
	for (const table of tablesAboutWomen(tx))
		for (const row of all(tx, sql.about(table), { id: '' }, { women })) used.add(row.id);
	const kept = JSON.stringify([...used]);
	tx.db().newQuery(sql.endMemberships).bind({ memberships, kept }).execute();
	tx.db().newQuery(sql.removeWomen).bind({ women, kept }).execute();
	for (const group of all(tx, sql.unusedGroups, { id: '' }, { groups: found.madeGroups }))
		tx.delete(tx.findRecordById('groups', group.id));
	tx.db().newQuery(sql.undone).bind({ id, now, kept }).execute();
	return { outcome: 'undone', kept: [...used] };
}

/** Whatever names a woman: phones, progress, badges, notes, and what is added later. */
function tablesAboutWomen(tx) {
	return tx
		.findAllCollections()
		.filter((collection) => !collection.isView() && collection.name !== 'memberships')
		.filter((collection) => collection.fields.getByName('learner'))
		.map((collection) => collection.name);
}

module.exports = { takeIn, takeBack };
