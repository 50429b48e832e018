import path from 'node:path';
import { Fault } from './fault.mjs';

/**
 * What people may set, checked before anything starts.
 * @typedef {object} Settings
 * @property {number} port 0: any free one
 * @property {string} host
 * @property {string | undefined} origin where people reach the server, when a proxy stands before it
 * @property {string} dataDir absolute
 * @property {boolean} isDemo
 * @property {{ email: string, password: string | undefined }} firstManager
 */

export const DEFAULT_MANAGER_EMAIL = 'manager@ban-may.local';
/** PocketBase refuses shorter ones. */
const MIN_PASSWORD_LENGTH = 8;

/**
 * The one reader of the contract's environment (design.md); the app's own half is src/lib/server/env.ts.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {{ cwd?: string, dataFolder?: string }} [where]
 * @returns {Settings}
 * @throws {Fault} saying what to write
 */
export function readSettings(args, env, { cwd = process.cwd(), dataFolder = 'data' } = {}) {
	const unknown = args.find((arg) => arg !== '--demo');
	if (unknown)
		throw new Fault('usage', `There is no option "${unknown}": write "npm start" or "npm start -- --demo".`);
	const isDemo = args.includes('--demo');
	return {
		port: readPort(env.PORT),
		host: env.HOST || '0.0.0.0',
		origin: readOrigin(env.ORIGIN),
		dataDir: path.resolve(cwd, env.DATA_DIR || (isDemo ? `${dataFolder}-demo` : dataFolder)),
		isDemo,
		firstManager: readFirstManager(env)
	};
}

/** @param {string | undefined} text */
function readPort(text) {
	if (!text) return 3000;
	const port = /^\d+$/.test(text) ? Number(text) : NaN;
	if (port <= 65535) return port;
	throw new Fault('port', `PORT is "${text}": write a number from 1 to 65535, for example PORT=3000.`);
}

/** @param {string | undefined} text */
function readOrigin(text) {
	if (!text) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return url.origin;
	throw new Fault(
		'origin',
		`ORIGIN is "${text}": write scheme and host alone, for example ORIGIN=https://ban-may.vn.`
	);
}

/** @param {NodeJS.ProcessEnv} env */
function readFirstManager(env) {
	const email = env.FIRST_MANAGER_EMAIL || DEFAULT_MANAGER_EMAIL;
	const password = env.FIRST_MANAGER_PASSWORD || undefined;
	if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
		throw new Fault(
			'first_manager',
			`FIRST_MANAGER_EMAIL is "${email}": write an e-mail address, for example FIRST_MANAGER_EMAIL=lan@example.vn.`
		);
	if (password !== undefined && (password.length < MIN_PASSWORD_LENGTH || password.length > 70))
		throw new Fault(
			'first_manager',
			`FIRST_MANAGER_PASSWORD must have ${MIN_PASSWORD_LENGTH} to 70 characters: write a longer or shorter one, or leave it out to have one made.`
		);
	return { email, password };
}
