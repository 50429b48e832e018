import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Writes a file that is never seen half written, not even after a power cut.
 * @param {string} file
 * @param {string} text
 * @param {number} [mode]
 */
export function writeAtomically(file, text, mode = 0o644) {
	const draft = `${file}.${process.pid}.tmp`;
	const opened = openSync(draft, 'w', mode);
	try {
		writeFileSync(opened, text);
		fsyncSync(opened);
	} finally {
		closeSync(opened);
	}
	renameSync(draft, file);
}
