/** More than any one request here needs (an import); the app's own limits for each kind of request are far lower. */
const BODY_LIMIT = '32M';

/**
 * Gives the app what the house found out, in its environment (read by src/lib/server/env.ts).
 * @param {NodeJS.ProcessEnv} env
 * @param {object} found
 * @param {import('./settings.mjs').Settings} found.settings
 * @param {string} found.origin of this machine
 * @param {import('./secrets.mjs').Secrets} found.secrets
 * @param {{ email: string, password: string | undefined }} found.manager
 */
export function handOver(env, { settings, origin, secrets, manager }) {
	env.NODE_ENV ??= 'production';
	env.DATA_DIR = settings.dataDir;
	env.BAN_MAY_ORIGIN = origin;
	env.POCKETBASE_EMAIL = secrets.services.email;
	env.POCKETBASE_PASSWORD = secrets.services.password;
	env.FIRST_MANAGER_EMAIL = manager.email;
	env.FIRST_MANAGER_PASSWORD = manager.password ?? '';
	env.BAN_MAY_DEMO = settings.isDemo ? '1' : '';
	env.BODY_SIZE_LIMIT ??= BODY_LIMIT;
	// Of adapter-node: with ORIGIN every address is built from it; without, from what each request says.
	if (settings.origin) env.ORIGIN = settings.origin;
	else env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
}

/**
 * PocketBase is (again) to be found there; the app's client signs in anew when `starts` has changed.
 * @param {NodeJS.ProcessEnv} env
 * @param {{ url: string, starts: number }} running
 */
export function handOverPocketBase(env, { url, starts }) {
	env.POCKETBASE_URL = url;
	env.POCKETBASE_STARTS = String(starts);
}
