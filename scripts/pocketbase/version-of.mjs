import { execFile } from 'node:child_process';

/**
 * @param {string} program
 * @returns {Promise<string | undefined>} its version; undefined when it does not run or is no PocketBase
 */
export function versionOf(program) {
	return new Promise((resolve) => {
		execFile(program, ['--version'], { timeout: 20_000 }, (error, stdout) => {
			resolve(error ? undefined : /version (\d+\.\d+\.\d+\S*)/.exec(stdout)?.[1]);
		});
	});
}
