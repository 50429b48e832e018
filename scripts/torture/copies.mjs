import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MOST_COPIES = 4;
/** They belong to a running house, not to its data. */
const NOT_COPIED = new Set(['lock', 'running.json', 'pocketbase.json']);

/** Copies of the data folder, of several moments. Nobody may write to the folder meanwhile. */
export class Copies {
	#home = mkdtempSync(path.join(tmpdir(), 'ban-may-copies-'));
	/** @type {string[]} */
	#copies = [];
	#count = 0;

	/** @param {string} dataDir */
	constructor(dataDir) {
		this.dataDir = dataDir;
	}

	get areThere() {
		return this.#copies.length > 0;
	}

	/** @param {import('./dice.mjs').Dice} dice say which copy gives way when there are many */
	take(dice) {
		const copy = path.join(this.#home, String(++this.#count));
		copyDir(this.dataDir, copy);
		this.#copies.push(copy);
		const dropped = dice.between(0, MOST_COPIES);
		if (this.#copies.length > MOST_COPIES)
			for (const old of this.#copies.splice(dropped, 1)) rmSync(old, { recursive: true });
	}

	/** @param {import('./dice.mjs').Dice} dice */
	putBack(dice) {
		const copy = dice.one(this.#copies);
		rmSync(this.dataDir, { recursive: true });
		copyDir(copy, this.dataDir);
	}

	/** None of them may be put back any more. */
	forget() {
		for (const copy of this.#copies.splice(0)) rmSync(copy, { recursive: true });
	}

	remove() {
		rmSync(this.#home, { recursive: true, force: true });
	}
}

/** @param {string} from @param {string} to */
function copyDir(from, to) {
	cpSync(from, to, { recursive: true, filter: (file) => !NOT_COPIED.has(path.basename(file)) });
}
