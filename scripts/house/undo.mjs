/** What has to be undone at the end, the last thing first. */
export class Undo {
	/** @type {(() => unknown)[]} */
	#steps = [];

	/** @param {() => unknown} undoOne */
	add(undoOne) {
		this.#steps.push(undoOne);
	}

	/** Undoes all, each once, also when one of them fails. */
	async all() {
		for (let undoOne = this.#steps.pop(); undoOne; undoOne = this.#steps.pop()) {
			try {
				await undoOne();
			} catch (error) {
				console.error(error);
			}
		}
	}
}
