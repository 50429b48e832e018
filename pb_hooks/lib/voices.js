const sql = require(`${__hooks}/lib/voice-sql.js`);

const KINDS = ['feedback.recorded', 'question.asked', 'question.consented', 'voice.withdrawn'];

/** Folds what fresh events tell by voice or about what was told, in the given transaction.
 * @param events the JSON text of what was sent: usually it names none of it, and nothing is asked */
function foldFresh(tx, events, last, now) {
	if (KINDS.some((kind) => events.includes(kind))) {
		tx.db().newQuery(sql.rollUp).bind({ last }).execute();
		tx.db().newQuery(sql.settle).bind({ last }).execute();
		tx.db().newQuery(sql.unshare).bind({ last, now }).execute();
	}
	if (events.includes('notice.reported')) tx.db().newQuery(sql.rollUpReports).bind({ last }).execute();
}

module.exports = { foldFresh };
