import { spawn } from 'node:child_process';

/** Enough to hold what went wrong; the caller shows the telling part of it. */
const KEPT_LINES = 1000;

/**
 * Runs a command and keeps what it says, to be shown only when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} how
 * @returns {Promise<{ status: number, said: string }>} status 127: it could not be started
 */
export function runQuietly(program, args, { cwd, env = process.env }) {
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let said = '';
		const keep = (/** @type {Buffer} */ chunk) => {
			said = (said + chunk.toString()).split('\n').slice(-KEPT_LINES).join('\n');
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', (error) => resolve({ status: 127, said: error.message }));
		child.on('close', (status) => resolve({ status: status ?? 1, said: said.trim() }));
	});
}
