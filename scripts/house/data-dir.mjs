import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { takeLock } from './lock.mjs';

/**
 * Makes the data folder, tries to write in it, and takes it for this process alone.
 * @param {string} dataDir
 * @returns {{ release: () => void }}
 * @throws {Fault}
 */
export function openDataDir(dataDir) {
	const writable = tryToWrite(dataDir);
	if (writable !== true)
		throw new Fault(
			'data_dir',
			`The data folder ${dataDir} ${writable}: choose another one with DATA_DIR=/path/to/folder, or let this user write there.`
		);
	const lock = takeLock(path.join(dataDir, 'lock'));
	if ('release' in lock) return lock;
	throw new Fault(
		'data_dir_locked',
		`The data folder ${dataDir} is used by another Bản Mây (process ${lock.heldBy.pid}): stop that one, or choose another folder with DATA_DIR=/path/to/folder.`
	);
}

/**
 * @param {string} dataDir
 * @returns {true | string} what is wrong
 */
function tryToWrite(dataDir) {
	try {
		mkdirSync(dataDir, { recursive: true });
		if (!statSync(dataDir).isDirectory()) return 'is not a folder';
		const trial = path.join(dataDir, `.trial.${process.pid}`);
		writeFileSync(trial, '');
		rmSync(trial);
		return true;
	} catch (error) {
		const { code } = /** @type {NodeJS.ErrnoException} */ (error);
		if (code === 'EEXIST' || code === 'ENOTDIR') return 'is not a folder';
		return code === 'ENOSPC' ? 'is on a full disk' : `cannot be written (${code})`;
	}
}
