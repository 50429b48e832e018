import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown.
 * @param {string[]} command
 * @returns {Promise<number>} the exit status; 127 when it could not be started
 */
export function run([program, ...args]) {
	return new Promise((resolve) => {
		const child = spawn(/** @type {string} */ (program), args, { stdio: 'inherit' });
		child.on('error', (error) => {
			console.error(`${program}: ${error.message}`);
			resolve(127);
		});
		child.on('exit', (status) => resolve(status ?? 1));
	});
}
