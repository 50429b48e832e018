/** Saves the women and their membership through PocketBase's own checks, in the given transaction. */
function addLearners(tx, group, women, { by, fromMs }) {
	const learners = tx.findCollectionByNameOrId('learners');
	const memberships = tx.findCollectionByNameOrId('memberships');
	return women.map(({ name, picture, birthYear, ethnicity, household, disability }) => {
		const facts = { birthYear, ethnicity, household, disability };
		const learner = new Record(learners, { name, picture, ...facts, createdBy: by });
		tx.save(learner);
		tx.save(new Record(memberships, { group, learner: learner.id, fromMs, startedBy: by }));
		return { id: learner.id, name, picture, cardIssuedAt: 0, cardRevoked: false, codeResetAtMs: 0, ...facts };
	});
}

module.exports = { addLearners };
