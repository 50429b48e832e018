const { one } = require(`${__hooks}/lib/query.js`);

/** The statements of `named`, answered as the members of one JSON object, without its braces. PocketBase demands a
 * value for each name and no other. */
function membersOf(app, named, values) {
	return Object.entries(named)
		.map(([name, sql]) => {
			const used = Object.entries(values).filter(([key]) => sql.includes(`{:${key}}`));
			return `"${name}":${one(app, sql, { json: '' }, Object.fromEntries(used)).json}`;
		})
		.join(',');
}

module.exports = { membersOf };
