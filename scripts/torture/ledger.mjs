/** @typedef {import('./profile.mjs').Event} Event */
/** @typedef {{ event: Event, learner: string, isWrong: boolean }} Made */

/** Everything that ever happened on any phone: what the server is held against in the end. */
export class Ledger {
	/** @type {Map<string, Made>} */
	made = new Map();
	/** Ids of events of which the server said that it has them. @type {Set<string>} */
	acked = new Set();
	/** What no phone should ever have met. @type {Set<string>} */
	complaints = new Set();

	/**
	 * @param {string} learner
	 * @param {Event} event
	 * @param {boolean} isWrong made to be refused
	 */
	note(learner, event, isWrong) {
		this.made.set(event.id, { event, learner, isWrong });
	}

	/** @param {string} id */
	ack(id) {
		if (!this.made.get(id)?.isWrong) this.acked.add(id);
	}

	/** @param {string} learner @returns {Made[]} what must be at the server */
	of(learner) {
		return [...this.made.values()].filter((made) => made.learner === learner && !made.isWrong);
	}
}
