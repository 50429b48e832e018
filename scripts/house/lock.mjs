import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIdentity } from './process-identity.mjs';

/** @typedef {{ pid: number, identity: string }} Holder */

/**
 * Takes a lock file, atomically and with its holder's name in it. One whose holder no longer runs (a crash, a
 * power cut, a folder from another machine) is taken over.
 * @param {string} file
 * @returns {{ release: () => void } | { heldBy: Holder }}
 */
export function takeLock(file) {
	const own = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
	const draft = `${file}.${process.pid}.tmp`;
	writeFileSync(draft, own);
	try {
		// A link appears whole or not at all, and only if nobody was there before.
		while (!link(draft, file)) {
			const holder = readHolder(file);
			if (holder && isAlive(holder)) return { heldBy: holder };
			removeStale(file, holder);
		}
		return { release: () => release(file, own) };
	} finally {
		rmSync(draft, { force: true });
	}
}

/**
 * Does something while holding a lock; waits as long as somebody else holds it.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
	for (;;) {
		const lock = takeLock(file);
		if ('release' in lock) {
			try {
				return await work();
			} finally {
				lock.release();
			}
		}
		await sleep(200);
	}
}

/**
 * @param {string} file
 * @returns {Holder | undefined} undefined when there is none, or what is there is no lock
 */
function readHolder(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/** @param {Holder} holder */
function isAlive({ pid, identity }) {
	return Number.isInteger(pid) && pid > 0 && processIdentity(pid) === identity;
}

/**
 * Two may find the same stale lock: whoever moves it away goes on; if what was moved is already the other's fresh
 * one, it is put back.
 * @param {string} file
 * @param {Holder | undefined} stale
 */
function removeStale(file, stale) {
	const aside = `${file}.${process.pid}.stale`;
	try {
		renameSync(file, aside);
	} catch {
		return;
	}
	const moved = readHolder(aside);
	if (moved && JSON.stringify(moved) !== JSON.stringify(stale)) link(aside, file);
	rmSync(aside, { force: true });
}

/**
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
	try {
		linkSync(from, to);
		return true;
	} catch (error) {
		if (isThereAlready(error)) return false;
	}
	// Sticks and cards (exFAT) know no links.
	try {
		writeFileSync(to, readFileSync(from), { flag: 'wx' });
		return true;
	} catch (error) {
		if (isThereAlready(error)) return false;
		throw error;
	}
}

/** @param {unknown} error */
const isThereAlready = (error) => /** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST';

/**
 * @param {string} file
 * @param {string} own
 */
function release(file, own) {
	try {
		if (readFileSync(file, 'utf8') === own) rmSync(file);
	} catch {
		// Somebody took the whole folder away: nothing is locked any more.
	}
}
