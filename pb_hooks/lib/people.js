/** Saves the women and their membership through PocketBase's own checks, in the given transaction. */
function addLearners(tx, group, women, by) {
	const learners = tx.findCollectionByNameOrId('learners');
	const memberships = tx.findCollectionByNameOrId('memberships');
	return women.map(({ name, picture }) => {
		const learner = new Record(learners, { name, picture, createdBy: by });
		tx.save(learner);
		tx.save(new Record(memberships, { group, learner: learner.id }));
		return { id: learner.id, name, picture, cardIssuedAt: 0, cardRevoked: false, codeResetAtMs: 0 };
	});
}

module.exports = { addLearners };
