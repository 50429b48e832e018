const turns = new Map<string, Promise<unknown>>();

/** Does the work after whatever is under way for the same key: two tabs that send one file do not write into each other. */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = turns.get(key) ?? Promise.resolve();
	const turn = before.then(work, work);
	turns.set(key, turn);
	const done = () => turns.get(key) === turn && turns.delete(key);
	turn.then(done, done);
	return turn;
}
