import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { databaseDirOf, dirArgument } from './end-orphan.mjs';
import { ROOT } from './root.mjs';

const KEPT_LINES = 12;
/** What it says when all is well. */
const BANNER = /Server started at|^[├└]─/;

/**
 * @typedef {object} PocketBaseProcess
 * @property {number} pid
 * @property {() => string} said its last lines
 * @property {Promise<void>} ended
 * @property {() => boolean} hasEnded
 * @property {(signal: NodeJS.Signals) => void} kill
 */

/**
 * Starts PocketBase on loopback. It applies the migrations and then serves; that it serves says nothing about
 * whether they did what they should, so the caller signs in.
 * @param {{ program: string, dataDir: string, port: number, services: { email: string, password: string } }} how
 * @returns {PocketBaseProcess}
 */
export function spawnPocketBase({ program, dataDir, port, services }) {
	mkdirSync(databaseDirOf(dataDir), { recursive: true, mode: 0o700 });
	const child = spawn(
		program,
		[
			'serve',
			'--dev=false',
			`--http=127.0.0.1:${port}`,
			dirArgument(dataDir),
			`--migrationsDir=${path.join(ROOT, 'pb_migrations')}`,
			`--hooksDir=${path.join(ROOT, 'pb_hooks')}`,
			'--hooksWatch=false',
			// No page anywhere may call it: CORS names only itself.
			`--origins=http://127.0.0.1:${port}`
		],
		{
			// A process group of its own: Ctrl-C reaches the app alone, which ends PocketBase after its last answer.
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				SERVICES_EMAIL: services.email,
				SERVICES_PASSWORD: services.password,
				BAN_MAY_PID: String(process.pid)
			}
		}
	);
	let lines = /** @type {string[]} */ ([]);
	const keep = (/** @type {Buffer} */ chunk) => {
		const said = chunk
			.toString()
			.split('\n')
			.filter((line) => line && !BANNER.test(line));
		lines = [...lines, ...said].slice(-KEPT_LINES);
	};
	child.stdout.on('data', keep);
	child.stderr.on('data', keep);
	let hasEnded = false;
	/** @type {Promise<void>} */
	const ended = new Promise((resolve) => {
		const end = () => {
			hasEnded = true;
			resolve();
		};
		child.once('exit', end);
		child.once('error', (error) => {
			lines.push(error.message);
			end();
		});
	});
	return {
		pid: child.pid ?? 0,
		said: () => lines.join('\n'),
		ended,
		hasEnded: () => hasEnded,
		kill: (signal) => void child.kill(signal)
	};
}
