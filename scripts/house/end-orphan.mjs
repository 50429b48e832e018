import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, processIdentity } from './process-identity.mjs';
import { writeAtomically } from './write-atomically.mjs';

/** PocketBase closes its database within a second; who does not is killed. SQLite recovers from its journal. */
const PATIENCE_MS = 10_000;

/** @param {string} dataDir */
const fileOf = (dataDir) => path.join(dataDir, 'pocketbase.json');
/** @param {string} dataDir */
export const databaseDirOf = (dataDir) => path.join(dataDir, 'pocketbase');
/** @param {string} dataDir */
export const dirArgument = (dataDir) => `--dir=${databaseDirOf(dataDir)}`;

/**
 * Writes down which process holds the database, at once after its start.
 * @param {string} dataDir
 * @param {number} pid
 */
export function notePocketBase(dataDir, pid) {
	writeAtomically(fileOf(dataDir), JSON.stringify({ pid, identity: processIdentity(pid) }));
}

/** @param {string} dataDir */
export function forgetPocketBase(dataDir) {
	rmSync(fileOf(dataDir), { force: true });
}

/**
 * Ends the PocketBase that an app killed in the middle left behind. Only that one: the same run of the same process
 * that was written down, with this very data folder among its arguments. The caller holds the folder's lock.
 * @param {string} dataDir
 * @returns {Promise<boolean>} whether there was one
 */
export async function endOrphan(dataDir) {
	const { pid, identity } = read(fileOf(dataDir));
	if (!pid || !isOurs(pid, identity, dataDir)) return false;
	process.kill(pid, 'SIGTERM');
	for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += 50) {
		if (processIdentity(pid) !== identity) return true;
		await sleep(50);
	}
	process.kill(pid, 'SIGKILL');
	await sleep(200);
	return true;
}

/**
 * @param {number} pid
 * @param {string | undefined} identity
 * @param {string} dataDir
 */
function isOurs(pid, identity, dataDir) {
	return (
		identity !== undefined &&
		processIdentity(pid) === identity &&
		commandOf(pid)?.includes(dirArgument(dataDir)) === true
	);
}

/**
 * @param {string} file
 * @returns {{ pid?: number, identity?: string }}
 */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}
