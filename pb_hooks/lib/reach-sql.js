/** Whether a group (an alias of `groups`) lies within a reach: one trainer's, or the places of a manager, or, with
 * neither, all. `{:places}` is a JSON list of codes; what that means is said in src/lib/server/reach.ts. */
const inReach = (
	g
) => `(CASE WHEN {:trainer} <> '' THEN EXISTS (SELECT 1 FROM json_each(${g}.trainers) WHERE value = {:trainer})
	ELSE {:places} = '[]' OR ${g}.province IN (SELECT value FROM json_each({:places}))
		OR ${g}.commune IN (SELECT value FROM json_each({:places})) END)`;

module.exports = { inReach };
