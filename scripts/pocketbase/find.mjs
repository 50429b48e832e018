import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { Fault } from '../house/fault.mjs';
import { withLock } from '../house/lock.mjs';
import { buildPocketBase } from './build.mjs';
import { fetchPocketBase } from './fetch.mjs';
import { versionOf } from './version-of.mjs';
import { POCKETBASE_VERSION } from './version.mjs';

/** Where the program is kept for every copy of this house on the machine. */
export function cachedPocketBase(env = process.env) {
	const caches = env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.join(caches, 'ban-may', `pocketbase-${POCKETBASE_VERSION}`);
}

/**
 * Finds PocketBase, or makes it once: POCKETBASE_BIN, the cached one, `go install`, the official release.
 * @param {{ env?: NodeJS.ProcessEnv, onProgress?: (what: string) => void }} [how]
 * @returns {Promise<string>} the program's path
 * @throws {Fault} when it can be neither found nor made
 */
export async function findPocketBase({ env = process.env, onProgress = () => {} } = {}) {
	if (env.POCKETBASE_BIN) return given(env.POCKETBASE_BIN);
	const cached = cachedPocketBase(env);
	if (await isThere(cached)) return cached;
	await mkdir(path.dirname(cached), { recursive: true });
	// Two starters at once: the second waits, and then finds it there.
	return withLock(`${cached}.lock`, async () => {
		if (await isThere(cached)) return cached;
		if (!(await buildPocketBase(cached, onProgress))) await fetchPocketBase(cached, onProgress);
		return cached;
	});
}

/** @param {string} file */
const isThere = async (file) => existsSync(file) && (await versionOf(file)) === POCKETBASE_VERSION;

/** @param {string} file */
async function given(file) {
	const version = await versionOf(file);
	if (version === POCKETBASE_VERSION) return path.resolve(file);
	throw new Fault(
		'pocketbase_bin',
		version
			? `POCKETBASE_BIN is PocketBase ${version}, but this house needs ${POCKETBASE_VERSION}: point it at that version, or unset it.`
			: `POCKETBASE_BIN (${file}) is not a PocketBase program that runs here: point it at PocketBase ${POCKETBASE_VERSION}, or unset it.`
	);
}
