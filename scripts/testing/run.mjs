import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown.
 * @param {string[]} command
 * @returns {Promise<number>} the exit status; 127 when it could not be started
 */
export const run = (command) => start(command, 'inherit');

/**
 * The same with nothing shown: only to see whether it works.
 * @param {string[]} command
 * @returns {Promise<number>}
 */
export const quietly = (command) => start(command, 'ignore');

/**
 * @param {string[]} command
 * @param {'inherit' | 'ignore'} stdio
 * @returns {Promise<number>}
 */
function start([program, ...args], stdio) {
	return new Promise((resolve) => {
		const child = spawn(/** @type {string} */ (program), args, { stdio });
		child.on('error', (error) => {
			if (stdio === 'inherit') console.error(`${program}: ${error.message}`);
			resolve(127);
		});
		child.on('exit', (status) => resolve(status ?? 1));
	});
}
