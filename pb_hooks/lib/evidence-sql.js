/** The plus keeps SQLite on the learner's own index, whatever others there are. */
const evidence = `
SELECT json_group_array(json_object('kind', kind, 'data', json(data))) AS json
FROM events WHERE learner = {:learner} AND +kind IN (SELECT value FROM json_each({:kinds}))`;

module.exports = { evidence };
