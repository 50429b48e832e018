/** The rows of a query as plain objects; `shape` names the columns and, by its values, their types. */
function all(app, sql, shape, values) {
	const rows = arrayOf(new DynamicModel(shape));
	app.db().newQuery(sql).bind(values).all(rows);
	const names = Object.keys(shape);
	return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]])));
}

/** The first row, or undefined. */
const one = (app, sql, shape, values) => all(app, sql, shape, values)[0];

/** Answers JSON that SQLite has put together: parsing it here only to print it again would cost more than the query. */
function sendJson(e, text) {
	e.response.header().set('Content-Type', 'application/json');
	return e.string(200, text);
}

module.exports = { all, one, sendJson };
